import type { Case } from './support.ts';

/** Angular, and other classes that a framework makes. */
export const angularCases: readonly Case[] = [
  [
    '119 angular component ngOnInit',
    "import { Component, OnInit } from '@angular/core'; @Component({ selector: 'app-root', template: '' }) export class AppComponent implements OnInit { ngOnInit(): void { PIX } }",
    'runs',
    'app.component.ts',
  ],
  [
    '119 angular component constructor',
    "import { Component } from '@angular/core'; @Component({ selector: 'app-root', template: '' }) export class AppComponent { constructor() { PIX } }",
    'runs',
    'app.component.ts',
  ],
  [
    '119 angular component gated',
    "import { Component, OnInit } from '@angular/core'; @Component({ selector: 'app-root', template: '' }) export class AppComponent implements OnInit { ngOnInit() { if (localStorage.getItem('consent') === 'granted') { this.load(); } } load() { PIX } }",
    'blocked r:blocked a:runs',
    'app.component.ts',
  ],
  [
    '119 angular component, method called by nothing',
    "import { Component } from '@angular/core'; @Component({ selector: 'app-root', template: '' }) export class AppComponent { accept() { PIX } }",
    'blocked',
    'app.component.ts',
  ],
  [
    '119 angular service injected',
    "import { Component, OnInit } from '@angular/core'; import { PixelService } from './pixel.service'; @Component({ selector: 'app-root', template: '' }) export class AppComponent implements OnInit { constructor(private pixel: PixelService) {} ngOnInit() { this.pixel.init(); } }\n" +
      '=== pixel.service.ts\n' +
      "import { Injectable } from '@angular/core'; @Injectable({ providedIn: 'root' }) export class PixelService { init() { PIX } }",
    'runs',
    'app.component.ts',
  ],
  [
    '119 angular service injected, gated',
    "import { Component } from '@angular/core'; import { PixelService } from './pixel.service'; @Component({ selector: 'app-root', template: '' }) export class AppComponent { constructor(private readonly pixel: PixelService) { this.pixel.init(); } }\n" +
      '=== pixel.service.ts\n' +
      "import { Injectable } from '@angular/core'; @Injectable({ providedIn: 'root' }) export class PixelService { init() { if (localStorage.getItem('c') !== 'yes') { return; } PIX } }",
    'blocked a:runs',
    'app.component.ts',
  ],
  [
    '119 angular inject()',
    "import { Component, inject } from '@angular/core'; import { PixelService } from './pixel.service'; @Component({ template: '' }) export class AppComponent { private pixel = inject(PixelService); ngOnInit() { this.pixel.init(); } }\n" +
      '=== pixel.service.ts\n' +
      'export class PixelService { init() { PIX } }',
    'runs',
    'app.component.ts',
  ],
  [
    '119 angular router events',
    "import { Component } from '@angular/core'; import { Router, NavigationEnd } from '@angular/router'; @Component({ template: '' }) export class AppComponent { constructor(router: Router) { router.events.pipe(filter((e) => e instanceof NavigationEnd)).subscribe(() => { PIX }); } }",
    'runs',
    'app.component.ts',
  ],
  [
    '119 angular app initializer',
    "import { APP_INITIALIZER, NgModule } from '@angular/core'; function init() { return () => { PIX }; } @NgModule({ providers: [{ provide: APP_INITIALIZER, useFactory: init, multi: true }] }) export class AppModule {}",
    'runs',
    'app.module.ts',
  ],
  [
    '119 angular provideAppInitializer',
    "import { provideAppInitializer } from '@angular/core'; LOADS export const appConfig = { providers: [provideAppInitializer(() => { loadPixel(); })] };",
    'runs',
    'app.config.ts',
  ],
  [
    '119 angular module forRoot',
    "import { NgModule } from '@angular/core'; import { NgxGoogleAnalyticsModule } from 'ngx-google-analytics'; @NgModule({ imports: [NgxGoogleAnalyticsModule.forRoot('G-ABCDEF1234')] }) export class AppModule {}",
    'runs @google-analytics',
    'app.module.ts',
  ],
  [
    '119 angular after view init',
    "import { Component } from '@angular/core'; @Component({ template: '' }) export class P { ngAfterViewInit() { PIX } }",
    'runs',
    'p.component.ts',
  ],
  [
    '119 angular directive default export',
    "import { Component } from '@angular/core'; @Component({ template: '' }) export default class P { ngOnInit() { PIX } }",
    'runs',
    'p.component.ts',
  ],
  [
    '119 angular effect signal',
    "import { Component, effect, signal } from '@angular/core'; @Component({ template: '' }) export class P { consent = signal(false); constructor() { effect(() => { if (this.consent()) { PIX } }); } }",
    'blocked',
    'p.component.ts',
  ],
  [
    '119 angular signal set from storage',
    "import { Component, effect, signal } from '@angular/core'; @Component({ template: '' }) export class P { consent = signal(false); constructor() { this.consent.set(localStorage.getItem('c') === 'yes'); effect(() => { if (this.consent()) { PIX } }); } }",
    'blocked a:runs',
    'p.component.ts',
  ],
  [
    '119 angular signal computed',
    "import { Component, computed, signal } from '@angular/core'; @Component({ template: '' }) export class P { private c = signal(localStorage.getItem('c')); ok = computed(() => this.c() === 'yes'); ngOnInit() { if (!this.ok()) return; PIX } }",
    'blocked a:runs',
    'p.component.ts',
  ],
  [
    '119 angular behaviour subject',
    "import { Injectable } from '@angular/core'; import { BehaviorSubject } from 'rxjs'; @Injectable({ providedIn: 'root' }) export class Consent { ok$ = new BehaviorSubject(false); }\n" +
      "@Component({ template: '' }) export class P { constructor(private consent: Consent) { this.consent.ok$.subscribe((v) => { if (v) { PIX } }); } }",
    'blocked',
    'p.component.ts',
  ],
  [
    '119 angular consent service, out of sight',
    "import { Component } from '@angular/core'; import { ConsentService } from '@acme/consent'; @Component({ template: '' }) export class P { constructor(private consent: ConsentService) {} ngOnInit() { this.consent.accepted$.subscribe((ok) => { if (ok) { PIX } }); } }",
    'unknown',
    'p.component.ts',
  ],
  [
    '119 angular main bootstraps',
    "import { bootstrapApplication } from '@angular/platform-browser'; import { AppComponent } from './app.component'; bootstrapApplication(AppComponent);\n" +
      '=== app.component.ts\n' +
      "import { Component } from '@angular/core'; @Component({ template: '' }) export class AppComponent { ngOnInit() { PIX } }",
    'runs',
    'main.ts',
  ],
  [
    '119 angular platform guard',
    "import { Component, Inject, PLATFORM_ID } from '@angular/core'; import { isPlatformBrowser } from '@angular/common'; @Component({ template: '' }) export class P { constructor(@Inject(PLATFORM_ID) private platformId: Object) {} ngOnInit() { if (isPlatformBrowser(this.platformId)) { PIX } } }",
    'runs',
    'p.component.ts',
  ],
  [
    '119 angular environment',
    "import { environment } from '../environments/environment'; @Component({ template: '' }) export class P { ngOnInit() { if (environment.production) { PIX } } }",
    'runs',
    'p.component.ts',
  ],
  [
    '119 angular renderer',
    "@Component({ template: '' }) export class P { constructor(private renderer: Renderer2, @Inject(DOCUMENT) private document: Document) {} ngOnInit() { const s = this.renderer.createElement('script'); s.src = 'SRC'; this.renderer.appendChild(this.document.head, s); } }",
    'runs',
    'p.component.ts',
  ],
  [
    '119 angular document injected',
    "@Component({ template: '' }) export class P { constructor(@Inject(DOCUMENT) private doc: Document) {} ngOnInit() { const s = this.doc.createElement('script'); s.src = 'SRC'; this.doc.head.appendChild(s); } }",
    'runs',
    'p.component.ts',
  ],
  [
    '119 angular initializer with deps',
    "import { APP_INITIALIZER } from '@angular/core'; class Pixel { load() { PIX } } export const appConfig = { providers: [{ provide: APP_INITIALIZER, useFactory: (p: Pixel) => () => p.load(), deps: [Pixel], multi: true }] };",
    'runs',
    'app.config.ts',
  ],
  [
    '119 angular module constructor',
    '@Injectable() class Pixel { load() { PIX } } @NgModule({ declarations: [] }) export class AppModule { constructor(pixel: Pixel) { pixel.load(); } }',
    'runs',
    'app.module.ts',
  ],
  [
    '119 vue class component',
    "import { Vue, Component } from 'vue-property-decorator'; @Component export default class P extends Vue { mounted() { PIX } }",
    'runs',
    'p.ts',
  ],
  [
    '119 lit decorator',
    "@customElement('x-p') export class P extends LitElement { firstUpdated() { PIX } }",
    'runs',
    'p.ts',
  ],
];
