/** Inputs of the tests of the command. */

const LOADER = `!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?
n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';
n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];
s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');`;

/** Loads Meta Pixel at once, with automatic events left on: an error and a note. */
export const PIXEL = `${LOADER}
fbq('init', '1234567890123456');
fbq('track', 'PageView');
`;

export const PIXEL_PAGE = `<!doctype html>
<title>t</title>
<script>
${PIXEL}</script>
`;

export const CLEAN_PAGE = `<!doctype html>
<title>t</title>
<script>document.title = 'hello';</script>
`;

/** The same id twice behind consent that is asked for in a way that taglint knows is none of the test's business. */
export const CONTAINER = JSON.stringify(
  {
    exportFormatVersion: 2,
    containerVersion: {
      path: 'accounts/1/containers/2/versions/0',
      accountId: '1',
      containerId: '2',
      containerVersionId: '0',
      container: { accountId: '1', containerId: '2', name: 'shop', publicId: 'GTM-TEST', usageContext: ['WEB'] },
      tag: [
        {
          accountId: '1',
          containerId: '2',
          tagId: '1',
          name: 'Meta - base',
          type: 'html',
          parameter: [{ type: 'TEMPLATE', key: 'html', value: `<script>\n${PIXEL}</script>` }],
          firingTriggerId: ['2147479553'],
          tagFiringOption: 'ONCE_PER_EVENT',
        },
      ],
    },
  },
  null,
  2,
);
