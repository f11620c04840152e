import type { Case } from './support.ts';

const RX = (more: string, operators: string): string =>
  `import { BehaviorSubject, Subject, ReplaySubject, ${operators} } from 'rxjs'; LOADS ${more}`;

/** Streams of RxJS between a choice and a tag. */
export const streamCases: readonly Case[] = [
  [
    'subject of what is stored, filtered',
    RX(
      "const c$ = new BehaviorSubject<boolean>(localStorage.getItem('c') === 'yes'); c$.pipe(filter(Boolean), take(1)).subscribe(() => loadPixel());",
      'filter, take',
    ),
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'filtered by a comparison, subscribed by an object',
    RX(
      "const c$ = new BehaviorSubject<string | null>(localStorage.getItem('c')); c$.asObservable().pipe(filter((v) => v === 'yes')).subscribe({ next: () => loadPixel(), error: () => {} });",
      'filter',
    ),
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'filtered by a test that nothing stored passes',
    RX(
      "const c$ = new BehaviorSubject<boolean>(localStorage.getItem('c') !== 'no'); c$.pipe(filter((v) => v)).subscribe(() => loadPixel());",
      'filter',
    ),
    'runs',
    'ts',
  ],
  [
    'true from the start',
    RX(
      'const c$ = new BehaviorSubject(true); c$.pipe(filter(Boolean), first()).subscribe(() => loadPixel());',
      'filter, first',
    ),
    'runs',
    'ts',
  ],
  [
    'nothing to filter',
    RX(
      'const c$ = new BehaviorSubject(false); c$.pipe(debounceTime(200), distinctUntilChanged()).subscribe(() => loadPixel());',
      'debounceTime, distinctUntilChanged',
    ),
    'runs',
    'ts',
  ],
  [
    'mapped to a category',
    RX(
      "const c$ = new BehaviorSubject<{ marketing: boolean } | null>(JSON.parse(localStorage.getItem('c') ?? 'null')); c$.pipe(map((c) => c?.marketing === true), distinctUntilChanged()).subscribe((ok) => { if (ok) loadPixel(); });",
      'map, distinctUntilChanged',
    ),
    'blocked a:runs',
    'ts',
  ],
  [
    'subject without a first value',
    RX(
      "const c$ = new Subject<boolean>(); c$.pipe(filter((v) => v)).subscribe(() => loadPixel()); document.querySelector('#accept').addEventListener('click', () => c$.next(true)); document.querySelector('#decline').addEventListener('click', () => c$.next(false));",
      'filter',
    ),
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'subject without a first value, not filtered',
    RX(
      "const c$ = new ReplaySubject<boolean>(1); c$.subscribe(() => loadPixel()); document.querySelector('#accept').addEventListener('click', () => c$.next(true));",
      'filter',
    ),
    'blocked a:runs',
    'ts',
  ],
  [
    'said at once',
    RX('const c$ = new Subject<boolean>(); c$.subscribe((ok) => { if (ok) loadPixel(); }); c$.next(true);', 'filter'),
    'runs',
    'ts',
  ],
  [
    'skips the first value',
    RX(
      "const c$ = new BehaviorSubject(true); c$.pipe(skip(1)).subscribe(() => loadPixel()); document.querySelector('#accept').addEventListener('click', () => c$.next(false));",
      'skip',
    ),
    'blocked a:runs',
    'ts',
  ],
  [
    'with the latest of another',
    RX(
      "const c$ = new BehaviorSubject(localStorage.getItem('c') === 'yes'); const page$ = new BehaviorSubject('/'); page$.pipe(withLatestFrom(c$), filter(([, ok]) => ok)).subscribe(() => loadPixel());",
      'withLatestFrom, filter',
    ),
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'two of them combined',
    RX(
      "const c$ = new BehaviorSubject(localStorage.getItem('c') === 'yes'); const user$ = new BehaviorSubject(null); combineLatest([c$, user$]).pipe(filter(([ok]) => ok)).subscribe(() => loadPixel());",
      'combineLatest, filter',
    ),
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'switched to another stream',
    RX(
      "const c$ = new BehaviorSubject(localStorage.getItem('c') === 'yes'); c$.pipe(switchMap((ok) => (ok ? of(true) : EMPTY))).subscribe((v) => { if (v === true) loadPixel(); });",
      'switchMap, of, EMPTY',
    ),
    'blocked a:runs',
    'ts',
  ],
  [
    'awaited',
    RX(
      "const c$ = new BehaviorSubject(localStorage.getItem('c') === 'yes'); (async () => { await firstValueFrom(c$.pipe(filter(Boolean))); loadPixel(); })();",
      'firstValueFrom, filter',
    ),
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'an operator of the site’s own',
    RX(
      "const whenTrue = () => (source) => source.pipe(filter((v) => v === true)); const c$ = new BehaviorSubject(localStorage.getItem('c') === 'yes'); c$.pipe(whenTrue()).subscribe(() => loadPixel());",
      'filter',
    ),
    'blocked r:blocked a:runs',
    'ts',
  ],
  [
    'an operator out of sight',
    "import { BehaviorSubject } from 'rxjs'; import { whenTrue } from './operators'; LOADS const c$ = new BehaviorSubject(false); c$.pipe(whenTrue()).subscribe(() => loadPixel());",
    'unknown',
    'ts',
  ],
  [
    'side effects on the way',
    RX(
      "const c$ = new BehaviorSubject(localStorage.getItem('c') === 'yes'); c$.pipe(tap(() => loadPixel()), filter(Boolean)).subscribe();",
      'tap, filter',
    ),
    'runs',
    'ts',
  ],
  [
    'a service in another file',
    "import { Component, inject } from '@angular/core'; import { ConsentService } from './consent.service'; import { filter, take } from 'rxjs/operators'; @Component({ selector: 'app-root', template: '' }) export class A { private consent = inject(ConsentService); ngOnInit() { this.consent.marketing$.pipe(filter(Boolean), take(1)).subscribe(() => this.load()); } private load() { PIX } }\n" +
      '=== consent.service.ts\n' +
      "import { Injectable } from '@angular/core'; import { BehaviorSubject } from 'rxjs'; @Injectable({ providedIn: 'root' }) export class ConsentService { private readonly state = new BehaviorSubject<boolean>(localStorage.getItem('mk') === 'yes'); readonly marketing$ = this.state.asObservable(); accept() { localStorage.setItem('mk', 'yes'); this.state.next(true); } }",
    'blocked r:blocked a:runs',
    'app.component.ts',
  ],
  [
    'a service in another file that begins with yes',
    "import { Component, inject } from '@angular/core'; import { ConsentService } from './consent.service'; import { filter, take } from 'rxjs'; @Component({ selector: 'app-root', template: '' }) export class A { private consent = inject(ConsentService); ngOnInit() { this.consent.marketing$.pipe(filter(Boolean), take(1)).subscribe(() => this.load()); } private load() { PIX } }\n" +
      '=== consent.service.ts\n' +
      "import { Injectable } from '@angular/core'; import { BehaviorSubject } from 'rxjs'; @Injectable({ providedIn: 'root' }) export class ConsentService { readonly marketing$ = new BehaviorSubject<boolean>(localStorage.getItem('mk') !== 'no'); }",
    'runs',
    'app.component.ts',
  ],
  [
    'a signal of a stream',
    "import { Component, effect } from '@angular/core'; import { toSignal } from '@angular/core/rxjs-interop'; import { BehaviorSubject } from 'rxjs'; @Component({ template: '' }) export class A { private c$ = new BehaviorSubject(localStorage.getItem('c') === 'yes'); allowed = toSignal(this.c$, { initialValue: false }); constructor() { effect(() => { if (this.allowed()) this.load(); }); } load() { PIX } }",
    'blocked r:blocked a:runs',
    'app.component.ts',
  ],
  [
    'events of a shop’s cookie settings',
    "LOADS document.$emitter.subscribe('CookieConfiguration_Update', (event) => { if (event.detail['acme-pixel']) loadPixel(); });",
    'blocked',
    'js',
  ],
  [
    'an event that says nothing of cookies',
    "LOADS document.addEventListener('cart:updated', (event) => { if (event.detail.items) loadPixel(); });",
    'runs',
    'js',
  ],
];
