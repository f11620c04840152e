/** How a template language shows: by the name of the file, and by what stands in it. Light: what reads the language is imported once it is met. */
import type { TemplateLanguage } from './types.ts';

/** Languages of one family share delimiters: at most one of a family is read in a text. Families are scanned in this order. */
export const FAMILIES = ['php', 'angle', 'at', 'percent', 'hash', 'curly', 'attribute', 'mustache'] as const;
export type LanguageFamily = (typeof FAMILIES)[number];

export interface LanguageSigns {
  readonly family: LanguageFamily;
  /** File name extensions that decide for this language, without the dot, lower case. */
  readonly extensions: readonly string[];
  /**
   * How strongly a text of unknown name looks like this language; 0 for not at all. Of a family the highest counts. `path` is
   * lower case with forward slashes; `code` says that it names a plain script, where only clear statement islands may count.
   */
  sniff(text: string, path: string, code: boolean): number;
}

/** Ruby words of a text between `<%` and `%>`. */
const RUBY =
  /<%[-=]{0,2}\s*(?:end\b|elsif\b|unless\b|if\s[^(\s][^%{]*%>|else\s*-?%>|content_for\b|render\b|yield\b|\w+_tag\b|link_to\b|form_\w+\b|@\w|raw\s|j\s|h\s)|\bdo\s*(?:\|[^|\n]*\|)?\s*-?%>/;

const BLADE =
  /(?:^|[^\w@])@(?:extends|section|yield|include|push|stack|foreach|forelse|endif|endforeach|endsection|csrf|elseif|isset|auth|guest|php|json|lang|env|production|unless)\b/;

/** Actions that no other language with `{{ }}` has. */
const GO =
  /\{\{-?\s*(?:end\s*-?\}\}|else\s+if\s|(?:define|template|block|partial|partialCached)\s+["`]|range\s+(?:[.$(]|\w)|with\s+[.$(]|if\s+(?:[.$(]|(?:and|or|not|eq|ne|gt|lt|isset|in|hasPrefix)\s)|\/\*|\$\w*\s*:?=|\$\.|\.[A-Z]\w*|\.\s*(?:\||-?\}\}))/;

/** VBScript between `<%` and `%>`. */
const VBSCRIPT =
  /<%\s*(?:(?:Else)?If\b[^%]{0,400}\bThen\b|End\s+(?:If|Sub|Function|Select)\b|Dim\s|Set\s+\w+\s*=|Option\s+Explicit|Response\.Write\b|Loop\b|Wend\b)|<%@\s*(?:Language\s*=\s*["']?VBScript|CODEPAGE)/i;

/** All languages. */
export const SIGNS: Readonly<Record<TemplateLanguage, LanguageSigns>> = {
  php: {
    family: 'php',
    extensions: ['php', 'phtml', 'php3', 'php4', 'php5', 'php7', 'php8', 'phps', 'inc', 'ctp', 'module', 'theme'],
    sniff(text, _path, code) {
      if (code) return /<\?(?:php\s|=)/i.test(text) && text.includes('?>') ? 3 : 0;
      return /<\?(?:php\b|=)/i.test(text) ? 3 : 0;
    },
  },
  erb: {
    family: 'angle',
    extensions: ['erb', 'rhtml', 'eruby', 'eex', 'heex', 'leex'],
    sniff(text) {
      return text.includes('<%') && RUBY.test(text) ? 3 : 0;
    },
  },
  ejs: {
    family: 'angle',
    extensions: ['ejs', 'jst', 'underscore'],
    sniff(text, _path, code) {
      if (!text.includes('<%') || !text.includes('%>')) return 0;
      if (/<%[-_]?\s*\}|\{\s*[-_]?%>|<%-\s*include\s*\(/.test(text)) return 4;
      return code && !/<%[-_=]?\s*\w/.test(text) ? 0 : 1;
    },
  },
  jsp: {
    family: 'angle',
    extensions: ['jsp', 'jspx', 'jspf', 'tag', 'tagx', 'tagf'],
    sniff(text, path, code) {
      if (code) return 0;
      const folder = path.includes('web-inf/') ? 2 : 0;
      if (/<%@\s*(?:page|taglib|include|tag|attribute)\b|<c:(?:if|choose|forEach|out|set|import)\b|<jsp:/.test(text))
        return 6;
      return folder > 0 && /<%|\$\{/.test(text) ? 4 : 0;
    },
  },
  razor: {
    family: 'at',
    extensions: ['cshtml', 'razor', 'vbhtml', 'scala.html'],
    sniff(text, _path, code) {
      if (code || !text.includes('@')) return 0;
      if (
        /(?:^|\n)@(?:model|using|inject|inherits|addTagHelper)\s+[A-Z*]|@Html\.|@(?:RenderBody|RenderSection)\(|@\{\s*(?:Layout|ViewData|ViewBag)\b/.test(
          text,
        )
      )
        return 4;
      return 0;
    },
  },
  liquid: {
    family: 'percent',
    extensions: ['liquid'],
    sniff(text, path, code) {
      if (!text.includes('{%')) return 0;
      const clear =
        /\{%-?\s*(?:elsif|assign|unless|endunless|render|when|endcase|capture|liquid|schema|section|tablerow|increment|paginate|style)\b/;
      if (clear.test(text)) return 5;
      if (/\{%-?\s*(?:include|include_cached)\s+[\w.-]+\.\w+/.test(text)) return 5;
      const plain = /\{%-?\s*(?:if|for|comment|raw|case|include)\b/.test(text) ? 2 : 0;
      if (plain === 0 || code) return plain;
      // Filters take their arguments after a colon and a space; folders of Shopify and Jekyll.
      if (/\|\s*\w+:\s/.test(text) || /(?:^|\/)(?:_includes|_layouts|snippets|sections)\//.test(path)) return 4;
      return plain;
    },
  },
  jinja: {
    family: 'percent',
    extensions: ['j2', 'jinja', 'jinja2', 'njk', 'nunjucks', 'twig', 'nunj'],
    sniff(text, _path, code) {
      if (!text.includes('{%')) return 0;
      const clear =
        /\{%[-+~]?\s*(?:elif|elseif|set|extends|block|load|verbatim|endverbatim|endblock|macro|from|import|url|static|csrf_token|trans|blocktrans|blocktranslate|with|embed|empty)\b/;
      if (clear.test(text)) return 4;
      if (code) return /\{%[-+~]?\s*(?:if|for|include)\s[^%]*%\}/.test(text) ? 3 : 0;
      // Operators and quoted includes that Liquid does not have.
      if (/\{%[-+~]?\s*if\s[^%]*(?:\bnot\b|\bis\b|\bin\b|\()/.test(text)) return 4;
      return /\{%[-+~]?\s*[a-z]\w*/.test(text) ? 3 : 0;
    },
  },
  blade: {
    family: 'percent',
    extensions: ['blade', 'blade.php'],
    sniff(text, path, code) {
      if (code || !text.includes('@')) return 0;
      const folder = /(?:^|\/)resources\/views\//.test(path);
      if (/@(?:endif|endforeach|endsection|endpush|endauth|endforelse|endunless)\b/.test(text))
        return BLADE.test(text) ? 5 : 0;
      if (/(?:^|\n)\s*@(?:extends|section|include\w*|yield)\s?\(\s*['"]/.test(text)) return 5;
      if (folder && BLADE.test(text)) return 4;
      return /\{!!\s*[^!]+!!\}/.test(text) ? 3 : 0;
    },
  },
  freemarker: {
    family: 'hash',
    extensions: ['ftl', 'ftlh', 'ftlx', 'fm'],
    sniff(text, _path, code) {
      if (code || !/[<[]#/.test(text)) return 0;
      return /[<[]\/?#(?:if|else|elseif|list|assign|include|import|macro|ftl|switch|global|local|noparse|compress)\b|<#--/.test(
        text,
      )
        ? 4
        : 0;
    },
  },
  velocity: {
    family: 'hash',
    extensions: ['vm', 'vtl', 'vsl', 'velocity'],
    sniff(text, _path, code) {
      if (code || !text.includes('#')) return 0;
      if (!/#\{?end\b/.test(text)) return /(?:^|\n)\s*#(?:set|parse)\s?\(\s*["$]/.test(text) ? 3 : 0;
      return /#\{?(?:if|foreach)\}?\s?\(\s*[^)\n]*\$/.test(text) ? 4 : 0;
    },
  },
  smarty: {
    family: 'curly',
    extensions: ['smarty', 'latte'],
    sniff(text, path, code) {
      if (code || !text.includes('{')) return 0;
      const clear =
        /\{(?:foreach\s+(?:from=|\$)|include\s+file=|extends\s+file=|literal\}|ldelim\}|assign\s+(?:var=|["'])|block\s+name=|\/foreach\}|l\s+s=|strip\}|capture\s|addJsDef\s|hook\s+h=|if\s+(?:!\s?)?\(?\s?(?:\$\w|isset\s?\(\s?\$|!?empty\s?\(\s?\$|count\s?\(\s?\$))/;
      if (clear.test(text)) return /\{(?:[#:]|\/)(?:if|each)\b[^}]*\}/.test(text) && text.includes('{#if') ? 0 : 4;
      if (!path.endsWith('.tpl')) return 0;
      return /\{\$[A-Za-z_]\w*|\{\*|\{else\}|\{\/\w+\}|\{block\s/.test(text) ? 3 : 0;
    },
  },
  thymeleaf: {
    family: 'attribute',
    extensions: ['thymeleaf'],
    sniff(text, _path, code) {
      if (code) return 0;
      return /\s(?:data-)?th[:-][a-z]+\s?=|xmlns:th\s?=|\[\[[$*#@~]\{|\[\([$*#@~]\{/.test(text) ? 4 : 0;
    },
  },
  handlebars: {
    family: 'mustache',
    extensions: ['hbs', 'handlebars', 'mustache', 'mst', 'hjs'],
    sniff(text, _path, code) {
      return !code && text.includes('{{') && text.includes('}}') ? 1 : 0;
    },
  },
  go: {
    family: 'mustache',
    extensions: ['gohtml', 'gotmpl', 'go.html', 'gohtm', 'tmpl.html'],
    sniff(text, path, code) {
      if (!text.includes('{{')) return 0;
      if (code) return /\{\{-?\s*(?:if|range|with)\s+[.$(\w]/.test(text) && /\{\{-?\s*end\s*-?\}\}/.test(text) ? 3 : 0;
      if (!GO.test(text)) return path.endsWith('.tmpl') && !text.includes('{{#') ? 2 : 0;
      // Handlebars has sections and prints members with a leading dot only in paths.
      return /\{\{[~]?[#^>]/.test(text) ? 0 : 4;
    },
  },
  isml: tags(['isml'], /<is(?:if|print|include|decorate|loop|set|script|comment|module|slot)\b/),
  coldfusion: tags(['cfm', 'cfml'], /<cf(?:if|output|set|include|param|loop|script|silent)\b/i),
  fluid: tags([], /<f:(?:if|for|layout|section|render|then|format|asset|variable|translate|link|cObject|debug)\b/),
  xslt: tags(['xsl', 'xslt'], /<xsl:(?:if|choose|template|stylesheet|transform|value-of|for-each)\b/),
  asp: {
    family: 'angle',
    extensions: ['asp', 'asa'],
    sniff: (text, _path, code) => (!code && text.includes('<%') && VBSCRIPT.test(text) ? 4 : 0),
  },
};

/** A language whose statements are tags. */
function tags(extensions: readonly string[], tells: RegExp): LanguageSigns {
  return { family: 'angle', extensions, sniff: (text, _path, code) => (!code && tells.test(text) ? 5 : 0) };
}
