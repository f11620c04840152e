/** The loader of each platform that blocks by itself, as it must stand; `plain`: the same that blocks nothing. */
export const BLOCKERS: Readonly<Record<string, { readonly blocks: string; readonly plain?: string }>> = {
  cookiebot: {
    blocks:
      '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="0" data-blockingmode="auto"></script>',
    plain: '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="0"></script>',
  },
  onetrust: {
    blocks: '<script src="https://cdn.cookielaw.org/consent/0-0/OtAutoBlock.js"></script>',
    plain: '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="0-0"></script>',
  },
  usercentrics: {
    blocks: '<script src="https://web.cmp.usercentrics.eu/modules/autoblocker.js"></script>',
    plain:
      '<script id="usercentrics-cmp" src="https://web.cmp.usercentrics.eu/ui/loader.js" data-settings-id="x"></script>',
  },
  cookieyes: {
    blocks: '<script id="cookieyes" src="https://cdn-cookieyes.com/client_data/0a/script.js"></script>',
  },
  iubenda: {
    blocks: '<script src="https://cs.iubenda.com/autoblocking/12345.js"></script>',
    plain: '<script src="https://cdn.iubenda.com/cs/iubenda_cs.js"></script>',
  },
  termly: {
    blocks: '<script src="https://app.termly.io/resource-blocker/0-0?autoBlock=on"></script>',
    plain: '<script src="https://app.termly.io/resource-blocker/0-0?autoBlock=off"></script>',
  },
  consentmanager: {
    blocks: '<script src="https://cdn.consentmanager.net/delivery/autoblocking/abc.js" data-cmp-ab="1"></script>',
    plain:
      '<script src="https://cdn.consentmanager.net/delivery/js/semiautomatic.min.js" data-cmp-cdid="abc"></script>',
  },
  osano: { blocks: '<script src="https://cmp.osano.com/0/0/osano.js"></script>' },
  transcend: { blocks: '<script data-cfasync="false" src="https://transcend-cdn.com/cm/0-0/airgap.js"></script>' },
  ensighten: { blocks: '<script src="https://nexus.ensighten.com/acme/prod/Bootstrap.js"></script>' },
};
