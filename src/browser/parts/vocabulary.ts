import { sensitive } from '../../generated/sensitive.ts';
import { parts } from './parts.ts';

parts().sensitive = sensitive;
