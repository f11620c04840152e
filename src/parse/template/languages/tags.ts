/** Template languages whose statements are tags, all read by one reader: ISML, ColdFusion, Fluid, XSLT. */
import { Balancer } from '../balance.ts';
import { callNames, headline, trimmed } from '../expression.ts';
import { DelimiterFinder } from '../finder.ts';
import type { BlockStep, IslandSink, LanguageReader, StepCondition } from '../language.ts';
import { attributeOf, attributesIn, type TagAttribute } from '../markup.ts';

/** What a tag is for. */
type Role =
  | 'if'
  | 'elseif'
  | 'else'
  | 'choose'
  | 'when'
  | 'loop'
  | 'block'
  | 'print'
  | 'include'
  /** What stands in it is the server's, or a comment. */
  | 'hidden'
  /** What stands in it is JavaScript. */
  | 'script'
  | 'plain';

interface Dialect {
  /** Finds tags and outputs: the group `tag` is a tag's name behind `<` or `</`, the group `output` what begins an output. */
  readonly opener: RegExp;
  readonly roles: Readonly<Partial<Record<Role, ReadonlySet<string>>>>;
  /** The attribute with the condition of a tag; without one it is all that stands behind the name. */
  readonly condition: string | undefined;
  /** Attributes with what a tag prints or names. */
  readonly value: readonly string[];
  /** Where an output that begins at the offset ends. */
  output(
    scan: Scanned,
    start: number,
    sign: string,
  ): { readonly start: number; readonly end: number; readonly close: number } | undefined;
  readonly comment?: readonly [open: string, close: string];
}

interface Scanned {
  readonly text: string;
  readonly finder: DelimiterFinder;
  /** Inside a tag in which outputs are read, where the dialect has such tags. */
  readonly prints: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** An output no longer than this, on one line. */
const LONGEST = 400;

const ISML: Dialect = {
  opener: /<\/?(?<tag>is[a-z]{2,24})\b|(?<output>\$\{)/g,
  roles: {
    if: words('isif'),
    elseif: words('iselseif'),
    else: words('iselse'),
    loop: words('isloop'),
    block: words('isdecorate iscache isreplace isslot'),
    print: words('isprint'),
    include: words('isinclude ismodule'),
    hidden: words('isscript iscomment'),
    plain: words(
      'isset iscontent isstatus isredirect isbreak isnext iscontinue isobject isactivedatahead isactivedatacontext isanalyticsoff isremove iscookie isselect ispipeline',
    ),
  },
  condition: 'condition',
  value: ['value', 'template', 'url', 'name'],
  output: braced,
};

const COLDFUSION: Dialect = {
  opener: /<\/?(?<tag>cf[a-z_]{2,24})\b|(?<output>#)|<!---/gi,
  roles: {
    if: words('cfif'),
    elseif: words('cfelseif'),
    else: words('cfelse'),
    loop: words('cfloop'),
    block: words(
      'cfoutput cfsilent cfsavecontent cftry cfcatch cffunction cfcomponent cflock cfform cfmail cfswitch cfcase cfdefaultcase cfmodule cfhtmlhead',
    ),
    include: words('cfinclude'),
    hidden: words('cfscript cfquery'),
    plain: words(
      'cfset cfparam cfheader cfcontent cflocation cfabort cfargument cfreturn cfcookie cfhttp cfinvoke cfimport cfsetting cfthrow cfrethrow cfbreak cfapplication',
    ),
  },
  condition: undefined,
  value: ['template', 'name'],
  output: ({ text, prints }, start) => {
    const match = prints ? /^#([A-Za-z_(][^#<>\n]{0,400})#/.exec(text.slice(start, start + LONGEST + 2)) : null;
    return match ? { start: start + 1, end: start + match[0].length - 1, close: start + match[0].length } : undefined;
  },
  comment: ['<!---', '--->'],
};

const FLUID: Dialect = {
  opener: /<\/?(?<tag>f:[A-Za-z][\w.]{0,60})|(?<output>\{(?=[A-Za-z_]))/g,
  roles: {
    if: words('f:if'),
    else: words('f:else'),
    loop: words('f:for f:groupedfor f:cycle'),
    block: words('f:section f:spaceless f:format.raw f:alias f:cache.static f:cache.disable'),
    include: words('f:render f:layout'),
    hidden: words('f:comment f:asset.css'),
    script: words('f:asset.script'),
    plain: words('f:then f:variable f:argument f:debug f:security.ifauthenticated'),
  },
  condition: 'condition',
  value: ['partial', 'section', 'name'],
  // Scripts have braces, too: what names a member, a view helper or a chain of them is an output.
  output: ({ text }, start) => {
    const part = text.slice(start, start + LONGEST);
    const match = /^\{(?:[A-Za-z_]\w*(?:\.[\w.]+|\s*->\s*\w+:[\w.]+\([^{}\n]*\))+|f:[\w.]+\([^{}\n]*\))\}/.exec(part);
    return match ? { start: start + 1, end: start + match[0].length - 1, close: start + match[0].length } : undefined;
  },
};

const XSLT: Dialect = {
  opener: /<\/?(?<tag>xsl:[a-z][a-z-]{1,30})\b/g,
  roles: {
    if: words('xsl:if'),
    choose: words('xsl:choose'),
    when: words('xsl:when'),
    else: words('xsl:otherwise'),
    loop: words('xsl:for-each'),
    block: words(
      'xsl:template xsl:text xsl:variable xsl:with-param xsl:call-template xsl:element xsl:attribute xsl:comment xsl:stylesheet xsl:transform xsl:apply-templates',
    ),
    print: words('xsl:value-of xsl:copy-of'),
    plain: words('xsl:output xsl:param xsl:import xsl:include xsl:strip-space xsl:key xsl:sort xsl:number'),
  },
  condition: 'test',
  value: ['select', 'name'],
  output: () => undefined,
};

function braced({ finder }: Scanned, start: number, sign: string): ReturnType<Dialect['output']> {
  const from = start + sign.length;
  const close = finder.close('}', from, { quotes: true, braces: true });
  return close < 0 || close - from > 2000 ? undefined : { start: from, end: close, close: close + 1 };
}

/** Salesforce B2C Commerce. */
export const isml = reader('isml', ISML);
/** CFML in tags. */
export const coldfusion = reader('coldfusion', COLDFUSION);
/** TYPO3 and Neos. */
export const fluid = reader('fluid', FLUID);
export const xslt = reader('xslt', XSLT);

function reader(id: LanguageReader['id'], dialect: Dialect): LanguageReader {
  return { id, scan: (text, sink) => new TagScan(text, dialect, sink).run() };
}

class TagScan {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #sink: IslandSink;
  readonly #finder: DelimiterFinder;
  readonly #balance: Balancer;
  readonly #roles = new Map<string, Role>();
  /** How many tags are open in which outputs are read. */
  #printing = 0;

  constructor(text: string, dialect: Dialect, sink: IslandSink) {
    this.#text = text;
    this.#dialect = dialect;
    this.#sink = sink;
    this.#finder = new DelimiterFinder(text);
    this.#balance = new Balancer(text);
    for (const [role, names] of Object.entries(dialect.roles) as [Role, ReadonlySet<string>][])
      for (const name of names) this.#roles.set(name, role);
  }

  run(): void {
    const opener = new RegExp(this.#dialect.opener);
    for (let match = opener.exec(this.#text); match !== null; match = opener.exec(this.#text)) {
      const { tag, output } = match.groups ?? {};
      const { index } = match;
      if (tag !== undefined) opener.lastIndex = this.#tag(index, match[0], tag.toLowerCase());
      else if (output !== undefined) opener.lastIndex = this.#output(index, output);
      else opener.lastIndex = this.#comment(index, match[0]);
    }
  }

  #comment(start: number, opening: string): number {
    const [, closing = ''] = this.#dialect.comment ?? [];
    const close = this.#finder.next(closing, start + opening.length);
    if (close < 0) return start + opening.length;
    this.#sink.comment(start, close + closing.length, this.#text.slice(start + opening.length, close));
    return close + closing.length;
  }

  #output(start: number, sign: string): number {
    const found = this.#dialect.output(
      { text: this.#text, finder: this.#finder, prints: this.#printing > 0 },
      start,
      sign,
    );
    if (!found) return start + sign.length;
    const inner = trimmed(this.#text, found.start, found.end);
    this.#sink.hole(start, found.close, inner.text, inner.start, callNames(inner.text));
    return found.close;
  }

  #tag(start: number, opening: string, name: string): number {
    const from = start + opening.length;
    const role = this.#roles.get(name);
    const close = role === undefined ? -1 : this.#balance.tagEnd(from);
    if (role === undefined || close < 0) return from;
    const end = close + 1;
    if (opening[1] === '/') {
      this.#sink.statement(start, end);
      this.#closed(name, role, start, end);
      return end;
    }
    const empty = this.#text[close - 1] === '/';
    const tag = { start, end, name, attributes: attributesIn(this.#text, from, empty ? close - 1 : close) };
    if ((role === 'hidden' || role === 'script') && !empty) return this.#body(tag, role);
    const value = this.#dialect.value.map((one) => attributeOf(tag.attributes, one)).find((one) => one !== undefined);
    if (role === 'print' && value) {
      const inner = unwrapped(value);
      this.#sink.hole(start, end, inner.text, inner.start, callNames(inner.text));
    } else this.#sink.statement(start, end);
    if (role === 'include') this.#sink.include({ start, end, kind: name, target: value?.value ?? '' });
    if (name === 'cfoutput') this.#printing += 1;
    const step = this.#step(tag, role, empty, { from, close });
    if (step) this.#sink.steps([step]);
    return end;
  }

  #closed(name: string, role: Role, start: number, end: number): void {
    if (name === 'cfoutput') this.#printing = Math.max(0, this.#printing - 1);
    if (/^(?:if|choose|loop|block)$/.test(role)) this.#sink.steps([{ type: 'close', start, end, closer: name }]);
  }

  /** The server's own code, a comment, or a script, up to the closing tag. */
  #body({ start, end, name }: Tag, role: 'hidden' | 'script'): number {
    const close = this.#finder.next(`</${this.#text.slice(start + 1, start + 1 + name.length)}`, end);
    if (close < 0) return end;
    const after = this.#balance.tagEnd(close + 2 + name.length);
    const stop = after < 0 ? close + 2 + name.length : after + 1;
    if (role === 'hidden') this.#sink.comment(start, stop, this.#text.slice(end, close));
    else {
      this.#sink.statement(start, end);
      this.#sink.script(end, close);
      this.#sink.statement(close, stop);
    }
    return stop;
  }

  #step(tag: Tag, role: Role, empty: boolean, inner: { from: number; close: number }): BlockStep | undefined {
    const { start, end, name } = tag;
    const header = headline(this.#text.slice(start + 1, end - 1));
    switch (role) {
      case 'if':
        return { type: 'open', start, end, kind: 'if', closer: name, header, condition: this.#condition(tag, inner) };
      case 'elseif':
        return { type: 'next', start, end, condition: this.#condition(tag, inner) };
      case 'else': {
        // `<f:else if="{…}">`
        const asked = attributeOf(tag.attributes, 'if');
        return asked
          ? { type: 'next', start, end, condition: { ...unwrapped(asked), negated: false } }
          : { type: 'next', start, end };
      }
      case 'choose':
        return { type: 'switch', start, end, closer: name, header, subject: '' };
      case 'when': {
        const { text, start: at } = this.#condition(tag, inner);
        return { type: 'case', start, end, values: [text], valueStart: at, or: 'or' };
      }
      case 'loop':
        return empty ? undefined : { type: 'open', start, end, kind: 'loop', closer: name, header };
      case 'block':
        return empty ? undefined : { type: 'open', start, end, kind: 'other', closer: name, header };
      default:
        return undefined;
    }
  }

  #condition({ attributes }: Tag, { from, close }: { from: number; close: number }): StepCondition {
    const name = this.#dialect.condition;
    const asked = name === undefined ? undefined : attributeOf(attributes, name);
    return { ...(asked ? unwrapped(asked) : trimmed(this.#text, from, close)), negated: false };
  }
}

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly attributes: readonly TagAttribute[];
}

/** An attribute's value without `${…}` or `{…}` around it. */
function unwrapped({ value, valueStart }: TagAttribute): { readonly text: string; readonly start: number } {
  const whole = /^\s*\$?\{([^{}]*)\}\s*$/.exec(value);
  const inner = whole?.[1] ?? value;
  const body = inner.trimStart();
  const at = valueStart + (whole ? value.indexOf('{') + 1 : 0) + inner.length - body.length;
  return { text: body.trimEnd(), start: at };
}
