import { isCompatibleWith } from './compatibility';

isCompatibleWith('2.0.3');
