import { describe, expect, it } from 'vitest';
import { isRefusalKey, isRefusalName } from '../../src/model/refusal-name.ts';

describe('names of a refusal', () => {
  it.each([
    'hasOptedOut',
    'window.trackingDisabled',
    'tracking_disabled',
    'analyticsDisabled',
    'analytics_off',
    'disable_tracking',
    'disableAnalytics',
    'isTrackingDisabled()',
    'ga-disable-UA-1',
    'gaDisabled',
    'umami.disabled',
    'plausible_ignore',
    'va-disable',
    'no_analytics',
    'stopTracking',
    'marketingOff',
    'blockPixels',
    'doNotSell',
    'tracking-paused',
  ])('%s is one', (name) => {
    expect([isRefusalName(name), isRefusalKey(name)]).toEqual([true, true]);
  });

  it.each([
    'tracking',
    'trackingOffset',
    'analytics.ready',
    'disabled',
    'disableGallery',
    'disableAdslBanner',
    'adblocked',
    'ads_blocked',
    'casinoAds',
    'pianoAds',
    'youtube-nocookie.com',
    'button.disabled',
    'tracking_enabled',
    'offers',
    'pixelRatio',
    'ignoreCase',
    'metricsOfficial',
  ])('%s is none', (name) => {
    expect([isRefusalName(name), isRefusalKey(name)]).toEqual([false, false]);
  });

  it.each([
    'process.env.DISABLE_ANALYTICS',
    'settings.disable_tracking',
    'config.analytics.disabled',
    'props.trackingDisabled',
  ])("%s is the site's own setting", (name) => {
    expect(isRefusalName(name)).toBe(false);
  });
});
