import { ReportWriter } from '../report-writer.ts';
import { parts } from './parts.ts';

parts().reportWriter = (language) => ReportWriter.in(language);
