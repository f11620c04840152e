import { ruleDocs } from '../../generated/rule-docs.ts';
import { parts } from './parts.ts';

parts().rulePages = ruleDocs;
