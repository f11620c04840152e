import { parties } from '../../generated/parties.ts';
import { parts } from './parts.ts';

parts().parties = parties;
