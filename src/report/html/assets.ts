/** What `scripts/generate/report-page.ts` makes of the page's style and script. */
export interface PageAssets {
  readonly style: string;
  readonly script: string;
  /** As a content security policy names them: `sha256-…`. */
  readonly styleHash: string;
  readonly scriptHash: string;
}
