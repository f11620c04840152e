/** What is typed into a template that is bound to the members of a class. */
import { describe, expect, it } from 'vitest';
import { personalRules } from '../found.ts';

const component = (template: string, members: string): string => `import { Component } from '@angular/core';
declare const fbq: any;
@Component({ selector: 'app-x', template: \`${template}\` })
export class XComponent { ${members} }`;
const send = (value: string): string => `send() { fbq('init', '1234567890123456', { em: ${value} }); }`;

describe('a field of a bound template', () => {
  it.each([
    [
      '<input type="email" name="email" [(ngModel)]="email"><button (click)="send()">Go</button>',
      `email = ''; ${send('this.email')}`,
    ],
    [
      '<form [formGroup]="form" (ngSubmit)="send()"><input formControlName="email"></form>',
      `form = this.fb.group({ email: [''] }); ${send('this.form.value.email')}`,
    ],
    [
      '<form [formGroup]="form" (submit)="send()"><input formControlName="email"></form>',
      `form = new FormGroup({ email: new FormControl('') }); ${send("this.form.get('email')?.value")}`,
    ],
  ])('goes to the vendor: %s', async (template, members) => {
    expect(await personalRules('src/x.component.ts', component(template, members))).toEqual(['advanced-matching']);
  });

  it.each([
    [
      '<input type="email" [(ngModel)]="email"><button (click)="save()">Go</button>',
      "email = ''; save() { api.post('/x', this.email); }",
    ],
    [
      '<input type="checkbox" [(ngModel)]="email"><button (click)="send()">Go</button>',
      `email = ''; ${send('this.email')}`,
    ],
  ])('does not: %s', async (template, members) => {
    expect(await personalRules('src/x.component.ts', component(template, members))).toEqual([]);
  });
});
