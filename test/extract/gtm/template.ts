/** Short ways to write a custom template of Tag Manager. */
import type { Json } from './build.ts';

export interface TemplateParts {
  readonly id?: string;
  readonly name?: string;
  readonly type?: 'TAG' | 'MACRO';
  readonly server?: boolean;
  readonly parameters?: readonly Json[];
  readonly permissions?: readonly Json[];
  readonly notes?: string;
}

/** The text of a template with this code. */
export function templateText(code: string, parts: TemplateParts = {}): string {
  const { name = 'Own', type = 'TAG', server = false, parameters = [], permissions = [], notes = '' } = parts;
  const contexts = [server ? 'SERVER' : 'WEB'];
  const info = { type, id: 'cvt_temp_public_id', version: 1, displayName: name, containerContexts: contexts };
  const sections: [string, string][] = [
    ['INFO', JSON.stringify(info, null, 2)],
    ['TEMPLATE_PARAMETERS', JSON.stringify(parameters, null, 2)],
    [server ? 'SANDBOXED_JS_FOR_SERVER' : 'SANDBOXED_JS_FOR_WEB_TEMPLATE', code],
    [server ? 'SERVER_PERMISSIONS' : 'WEB_PERMISSIONS', JSON.stringify(permissions, null, 2)],
    ['TESTS', 'scenarios: []'],
    ['NOTES', notes],
  ];
  return sections.map(([heading, text]) => `___${heading}___\n\n${text}\n`).join('\n\n');
}

/** An entry of `customTemplate` with this code; its tags have the type `cvt_1_<id>`. */
export function customTemplate(code: string, parts: TemplateParts = {}): Json {
  const { id = '3', name = 'Own' } = parts;
  return { templateId: id, name, templateData: templateText(code, parts) };
}

/** A field of a template. */
export function field(type: string, name: string, more: Json = {}): Json {
  return { type, name, displayName: name, ...more };
}
