import { loadTypeScriptParser } from '../../parse/typescript.ts';
import { parts } from './parts.ts';

parts().heavyParser = loadTypeScriptParser();
