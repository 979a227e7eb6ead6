import { isCompatibleWith } from './compatibility';

isCompatibleWith('2.41.1');
