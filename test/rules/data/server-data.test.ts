/** What a server puts into the scripts of a page: as JSON, in data blocks, in strings of its own code. */
import { describe, expect, it } from 'vitest';
import { personalRules } from '../found.ts';

const MANAGER = '<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234"></script>';
const pushed = (value: string): string => `${MANAGER}<script>dataLayer.push(${value});</script>`;

describe('what a server writes as JSON', () => {
  it.each([
    ['a.php', "<?php echo wp_json_encode(array('event' => 'login', 'email' => $user->user_email)); ?>"],
    ['a.php', "<?= json_encode(['event' => 'x', 'customer' => ['phone' => $order->get_billing_phone()]]) ?>"],
    ['a.php', "<?= json_encode(['event' => 'x', 'who' => is_user_logged_in() ? $user->user_email : '']) ?>"],
    [
      'a.php',
      "<?php echo wp_json_encode( apply_filters( 'x', array( 'customerEmail' => $order->get_billing_email() ) ) ); ?>",
    ],
    ['a.php', "<?php echo json_encode(array_merge($base, ['email' => $user->email])); ?>"],
    ['a.blade.php', "@json(['event' => 'login', 'email' => auth()->user()->email])"],
    ['a.blade.php', "{{ Js::from(['event' => 'login', 'email' => $user->email]) }}"],
    ['a.blade.php', '{ event: "x", user: @json(auth()->user()) }'],
    ['a.html.twig', "{{ {event: 'login', email: app.user.email}|json_encode|raw }}"],
    ['a.html.j2', "{{ {'event': 'login', 'email': current_user.email} | tojson | safe }}"],
    ['a.html.erb', "<%= raw({ event: 'login', email: current_user.email }.to_json) %>"],
    ['a.html.erb', '{ event: "x", user: <%= raw current_user.to_json %> }'],
    ['a.liquid', '{ event: "x", customer: {{ customer | json }} }'],
    ['a.liquid', '{ event: "x", who: {{ customer.email | json }} }'],
    ['a.ejs', "<%- JSON.stringify({ event: 'x', email: user.email }) %>"],
    ['a.cshtml', '@Html.Raw(Json.Serialize(new { @event = "x", email = Model.User.Email }))'],
    ['a.hbs', "{ event: 'x', user: {{{json user}}} }"],
  ])('is personal data in %s: %s', async (path, value) => {
    expect(await personalRules(path, pushed(value))).toEqual(['personal-data-in-event']);
  });

  it.each([
    [
      'a.php',
      "<?php echo wp_json_encode(array('event' => 'view', 'type' => get_post_type(), 'in' => is_user_logged_in())); ?>",
    ],
    ['a.php', "<?= json_encode(['event' => 'x', 'has_email' => !empty($user->user_email), 'email' => '']) ?>"],
    ['a.php', '{ event: "x", contact: "<?php echo get_option(\'admin_email\'); ?>" }'],
    ['a.blade.php', "{ event: 'x', in: @json(auth()->check()), locale: @json(app()->getLocale()) }"],
    ['a.html.erb', '{ event: "x", plan: <%= raw current_user.plan.to_json %> }'],
    ['a.liquid', '{ event: "x", shop: {{ shop | json }}, mail: {{ shop.email | json }}, cart: {{ cart | json }} }'],
    ['a.liquid', '{ event: "x", orders: {{ customer.orders_count | json }}, tags: {{ customer.tags | json }} }'],
    ['a.liquid', "{ event: 'x', domain: {{ customer.email | split: '@' | last | json }} }"],
  ])('is none in %s: %s', async (path, value) => {
    expect(await personalRules(path, pushed(value))).toEqual([]);
  });

  it('is what a variable of the template is set to', async () => {
    const set = (code: string): string => `<?php ${code} ?>${pushed('<?php echo json_encode($data); ?>')}`;
    const one = set("$data = array('event' => 'login', 'email' => $user->user_email);");
    const two = set("$data = array(); $data['event'] = 'x'; $data['email'] = $order->get_billing_email();");
    expect(await personalRules('a.php', one)).toEqual(['personal-data-in-event']);
    expect(await personalRules('a.php', two)).toEqual(['personal-data-in-event']);
    expect(await personalRules('a.php', set("$data = array('event' => 'login', 'role' => $role);"))).toEqual([]);
  });

  it('is empty where the server writes nothing', async () => {
    const init = (data: string): string => `<script>fbq('init', '1234567890', <?= json_encode(${data}) ?>);</script>`;
    expect(await personalRules('a.php', init('array()'))).toEqual([]);
    expect(await personalRules('a.php', init("['em' => hash('sha256', $email)]"))).toEqual(['advanced-matching']);
  });
});

describe('a block of data', () => {
  const block =
    '<script type="application/json" id="c">{ "title": {{ product.title | json }}, "customer": { "email": "{{ customer.email }}" } }</script>';
  const read = "var d = JSON.parse(document.querySelector('#c').textContent);";

  it('holds what the template puts there', async () => {
    const whole = `${block}${MANAGER}<script>${read} dataLayer.push(d);</script>`;
    const part = `${block}${MANAGER}<script>${read} dataLayer.push({ event: 'x', title: d.title });</script>`;
    const init = `${block}<script>${read} fbq('init', '1234567890', { em: d.customer.email });</script>`;
    expect(await personalRules('a.liquid', whole)).toEqual(['personal-data-in-event']);
    expect(await personalRules('a.liquid', part)).toEqual([]);
    expect(await personalRules('a.liquid', init)).toEqual(['advanced-matching']);
  });
});

describe('scripts in strings of a server’s code', () => {
  it.each([
    `echo "<script>fbq('init', '123', { em: '" . $user->user_email . "' });</script>";`,
    `echo "<script>fbq('init', '123', { em: '{$user->user_email}' });</script>";`,
    `printf("<script>fbq('init', '123', { em: '%s' });</script>", esc_js($user->user_email));`,
    `echo '<script>fbq("init", "123", ' . wp_json_encode( array( 'em' => hash( 'sha256', strtolower( trim( $user->user_email ) ) ) ) ) . ');</script>';`,
    `wp_add_inline_script( 'fb', "fbq('init', '123', { em: '" . esc_js( $user->user_email ) . "' });" );`,
    "echo <<<HTML\n<script>fbq('init', '123', { em: '{$user->user_email}' });</script>\nHTML;\n",
  ])('hold what is joined to them: %s', async (code) => {
    expect(await personalRules('a.php', `<?php ${code} ?>`)).toEqual(['advanced-matching']);
  });

  it.each([
    `echo "<script>fbq('init', '" . $pixel_id . "');</script>";`,
    `printf("<script>fbq('init', '%s', {});</script>", esc_js($email_pixel));`,
    `echo '<script>fbq("init", "123", ' . wp_json_encode( array() ) . ');</script>';`,
  ])('and nothing else: %s', async (code) => {
    expect(await personalRules('a.php', `<?php ${code} ?>`)).toEqual([]);
  });
});

describe('wrappers of a tag manager', () => {
  it.each([
    [
      "import T from 'react-gtm-module'; T.initialize({ gtmId: 'GTM-ABC1234', dataLayer: { userEmail: user.email } });",
      1,
    ],
    ["import T from 'react-gtm-module'; T.initialize({ gtmId: 'GTM-ABC1234', dataLayer: { page: 'x' } });", 0],
    [
      "import { useGTMDispatch } from '@elgorditosalsero/react-gtm-hook'; const send = useGTMDispatch(); send({ event: 'x', email: user.email });",
      1,
    ],
    [
      "import { useGtm } from '@gtm-support/vue-gtm'; const gtm = useGtm(); gtm.trackEvent({ event: 'x', label: user.email });",
      1,
    ],
    [
      "import { useGtm } from '@gtm-support/vue-gtm'; const gtm = useGtm(); gtm.trackEvent({ event: 'x', label: 'email' });",
      0,
    ],
  ])('put into the data layer what they are handed: %s', async (code, count) => {
    expect(await personalRules('a.js', code)).toEqual(count === 0 ? [] : ['personal-data-in-event']);
  });
});

describe('what a server writes as a piece of code', () => {
  const init = (rest: string): string => `<script>fbq('init', '123456789012345'${rest});</script>`;

  it.each([
    ['a.php', `, { <?= $email ? "em: '$email'," : '' ?> }`],
    ['a.php', `, { agent: 'x', <?php echo $user_email ? "'em': '{$user_email}'" : ''; ?> }`],
    ['a.php', `, { <?= $email ? "em: '" . esc_js($email) . "'," : '' ?> <?php if ($x): ?>ph: '1',<?php endif; ?> }`],
    ['a.php', `, { <?php echo "em: '$email'"; ?> }`],
    ['a.php', `<?php echo $email ? ", { em: '$email' }" : ''; ?>`],
    ['a.php', `<?php if ($email) { echo ", {em: '" . hash('sha256', $email) . "'}"; } ?>`],
    ['a.php', `<?= $email ? ', { em: \\'' . $user->email . '\\' }' : '' ?>`],
    ['a.html.erb', `<%= current_user ? ", { em: '#{current_user.email}' }".html_safe : '' %>`],
    ['a.html.erb', `<%= raw(", { em: '#{@user.email}' }") if @user %>`],
    ['a.ejs', "<%- user ? `, { em: '${user.email}' }` : '' %>"],
    ['a.twig', `{{ app.user ? (", { em: '" ~ app.user.email ~ "' }")|raw : '' }}`],
  ])('is user data in %s: %s', async (path, rest) => {
    expect(await personalRules(path, init(rest))).toEqual(['advanced-matching']);
  });

  it.each([
    ['a.php', `); fbq('track', 'Purchase', { value: 1, <?= $coupon ? "coupon: '$coupon'," : '' ?> currency: 'EUR' }`],
    ['a.php', `<?php echo $sale ? ", {}" : ''; ?>`],
    ['a.liquid', `, { em: '{{ shop.email }}', ph: '{{ settings.phone }}' }`],
    ['a.php', `, { em: '<?= get_option("admin_email") ?>' }`],
    ['a.php', `); var t = 'Hello <?= ", $name" ?>'; var s = "<?= "Title: $title" ?>"; t.slice(0`],
    ['a.php', `); fbq('track', 'Purchase', { <?= implode(',', $pairs) ?> }`],
  ])('is none in %s: %s', async (path, rest) => {
    expect(await personalRules(path, init(rest))).toEqual([]);
  });

  it('is read where a variable of the server holds it that is handed over as a script', async () => {
    const tag = "<?= /* @noEscape */ $renderer->renderTag('script', [], $code, false) ?>";
    const made = `<?php $code = ''; $code .= "fbq('init', '{$id}',"; $code .= "{ em: '" . $customer->getEmail() . "' });"; ?>`;
    expect(await personalRules('pixel.phtml', made + tag)).toEqual(['advanced-matching']);
    expect(await personalRules('pixel.phtml', made + tag.replace('$code', '$other'))).toEqual([]);
  });
});
