import { isCompatibleWith } from './compatibility';

isCompatibleWith('1.123.81');
