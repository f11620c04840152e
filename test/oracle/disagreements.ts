/** Where taglint and the browser differ, and why that is left so. Each must still be there, or the test fails. */
export interface KnownDisagreement {
  readonly page: string;
  readonly states: readonly string[];
  readonly subject: string;
  readonly reason: string;
}

export const disagreements: readonly KnownDisagreement[] = [];
