/** Why each rule matters and what to do, in general form: what holds of every finding of the rule. */
import type { RuleTexts } from './rule-texts.ts';

export const enRules: RuleTexts = {
  'consent-mode/granted-default': {
    title: 'A consent default that grants advertising or measurement before any choice',
    why: 'Until the visitor chooses, the default decides. Where it grants, cookies are set and data is sent as if everybody had agreed.',
    remedy: 'Set every signal to denied by default, and grant it by an update once the visitor has agreed.',
  },
  'consent-mode/ignored-command': {
    title: 'A consent command that the library silently ignores',
    why: 'It looks as if consent were handled, and nothing happens: the library goes on with what it takes for granted.',
    remedy: 'Write the command in the form that the library reads, before it reads its queue.',
  },
  'consent-mode/late-default': {
    title: 'A consent default that executes after the tags that it should govern',
    why: 'A tag that runs before the default finds no setting, which counts as granted.',
    remedy: 'Set the default first: in the first script of the page, or on Consent Initialization.',
  },
  'consent-mode/missing-default': {
    title: 'Tags with a consent mode, and no consent default before them',
    why: 'A consent type that nobody has set counts as granted: cookies are set from the first visit on.',
    remedy: 'Set all consent types to denied before the first tag, and update them when the visitor chooses.',
  },
  'consent-mode/missing-update': {
    title: 'A denied consent default that nothing ever updates',
    why: 'A choice that the visitor makes has no effect: the tags stay in their limited form, page after page.',
    remedy: 'Send an update when the visitor chooses, and on every later page from what is stored.',
  },
  'consent-mode/missing-v2-signals': {
    title: 'Consent commands without ad_user_data and ad_personalization',
    why: 'Since March 2024 Google asks separately whether user data may be sent for advertising and used to personalise it. What nobody sets counts as granted.',
    remedy: 'Set both along with ad_storage, in the default and in every update.',
  },
  'consent-mode/unknown-signal': {
    title: 'A consent signal, value or region that does not exist',
    why: 'Names are compared exactly. What is misspelt is not set, and what is not set counts as granted.',
    remedy: 'Correct the name, the value or the region.',
  },
  'consent/cmp-loaded-late': {
    title: 'A platform that blocks tags by itself is loaded after the tags that it should block',
    why: 'It can hold back only what the browser has not yet read; the tags in front of it run on every first visit.',
    remedy: 'Load the platform first in the head, without async or defer, or park the tags in its way.',
  },
  'consent/embedded-content': {
    title: 'Video, maps, social widgets, chat or other embedded content loads before any choice',
    why: 'The provider gets the visitor’s IP address and the page, and may set and read cookies, before anybody has asked for its content.',
    remedy: 'Show a placeholder, and load the content when the visitor asks for it or has agreed.',
  },
  'consent/fires-before-consent': {
    title: 'A tracker can run on a first visit, before any choice is made',
    why: 'Storing or reading on the visitor’s device for advertising or measurement needs consent first. Here nothing asks for it.',
    remedy:
      'Let the tag wait for the category that covers its purpose, by the consent platform or by the consent checks of the tag manager.',
  },
  'consent/ineffective-gate': {
    title: 'What stands in front of a tracker looks like consent and is none',
    why: 'A delay, scrolling, a dismissed banner or the absence of a refusal is no consent: the tag runs although nobody has agreed.',
    remedy: 'Ask for the stored, positive choice of the visitor, and treat its absence as a refusal.',
  },
  'consent/noscript-beacon': {
    title: 'A tracking image or frame in the markup, which no script gate can hold',
    why: 'No consent platform can hold it: the browser requests it as it reads the page, and it sends the address of the page.',
    remedy: 'Remove it; where it is needed, write it on the server only for visitors who have consented.',
  },
  'consent/opt-out-ignored': {
    title: 'A tracker runs although the visitor has opted out',
    why: 'Neither a choice against sale and sharing nor the browser’s signal (Global Privacy Control) keeps it from running.',
    remedy: 'Ask for the opt-out and for the signal before the tag runs.',
  },
  'consent/resource-hint': {
    title: 'A link gets a tracker ready before any choice',
    why: 'The connection alone hands over the visitor’s IP address, outside the gate of the tag itself.',
    remedy: 'Remove the link, or insert it together with the tag once consent is given.',
  },
  'consent/unmanaged-block': {
    title: 'Blocked markup that nothing on the page will release',
    why: 'The tag is dead, whatever visitors choose; somebody will sooner or later “repair” it by taking the gate away.',
    remedy: 'Park it in the way of the consent platform that is on the page, with one of its categories.',
  },
  'consent/wrong-category': {
    title: 'A tracker waits for a category that does not cover its purpose',
    why: 'A visitor who agreed to one purpose has not agreed to another: consent is specific.',
    remedy: 'Let it wait for the category that covers its purpose.',
  },
  'data/advanced-matching': {
    title: 'User data is handed to a pixel in code',
    why: 'E-mail address, phone number or name go to the vendor, who recognises the person by them. Hashing does not change that: the hash is there to be recognised.',
    remedy: 'Take the user data out, or send it only after consent to this very use.',
  },
  'data/automatic-advanced-matching': {
    title: 'A vendor’s automatic collection of form data is on',
    why: 'The vendor’s script reads what visitors type into forms and sends it, without any event being written. This is what the Swedish authority fined pharmacies and a bank for.',
    remedy: 'Switch it off in the vendor’s interface and in the tag, and check regularly that it stays off.',
  },
  'data/automatic-events': {
    title: 'Automatic events are left on',
    why: 'The vendor’s script collects clicks, button texts, form fields and page metadata by itself; nobody decided what is among them.',
    remedy: 'Switch automatic events off, and write the events that are needed.',
  },
  'data/exposed-form-field': {
    title: 'A form field stands where a vendor’s script reads forms',
    why: 'Whatever is typed into the field can reach the vendor by a switch in its interface, which shows in no file of the site.',
    remedy: 'Keep the vendor off pages with such forms, and its automatic matching off.',
  },
  'data/personal-data-in-event': {
    title: 'Personal data stands in an event, a setting or an address',
    why: 'It reaches a vendor that was not meant to have it, and stays in histories, logs and reports.',
    remedy: 'Leave it out, or send in its place an identifier that only you can resolve.',
  },
  'data/session-replay-unmasked': {
    title: 'A session recorder shows what is typed into fields',
    why: 'A recording keeps every letter that a visitor types, whether the form is sent or not, and anybody with access to the recorder can watch it.',
    remedy: 'Mask all inputs, and keep the recorder off pages with sensitive content.',
  },
  'gtm/broad-permissions': {
    title: 'A custom template that is allowed more than its code uses',
    why: 'A permission is what still holds when the code is updated by its author, or by whoever has taken the account over.',
    remedy: 'Restrict the permissions to what the code uses.',
  },
  'gtm/consent-not-configured': {
    title: 'A tag whose consent settings nobody ever opened',
    why: 'The tag type asks for no consent by itself, so the container fires it for everybody.',
    remedy: 'Require additional consent in the tag’s consent settings, or fire it on the consent platform’s event.',
  },
  'gtm/container-size': {
    title: 'A container that comes near the size that Tag Manager publishes',
    why: 'Every visitor loads all of it before any tag fires, and above the limit no change can be published, corrections included.',
    remedy: 'Delete what is not used, and move large scripts out of the container.',
  },
  'gtm/dead-exception': {
    title: 'An exception on an event on which the tag never fires',
    why: 'An exception is asked only when its own event comes. On all other events the tag fires as if it had none.',
    remedy: 'Build the exception on the events on which the tag fires.',
  },
  'gtm/duplicate-tag': {
    title: 'Two tags with the same settings on the same triggers',
    why: 'Everything is sent twice, and who gates or deletes one of them believes the matter settled.',
    remedy: 'Delete one of the two.',
  },
  'gtm/html-without-effect': {
    title: 'A Custom HTML tag that does nothing',
    why: 'It is taken for something that it does: a gate, a measurement, a repair.',
    remedy: 'Delete the tag, or give its code the script element that it lacks.',
  },
  'gtm/invalid-pattern': {
    title: 'A regular expression that nothing can match',
    why: 'The condition never holds, or always, whatever was meant.',
    remedy: 'Correct the pattern.',
  },
  'gtm/missing-conversion-linker': {
    title: 'Tags read the id of the click on an ad, and no tag of the container keeps it',
    why: 'The id stands in the address of the first page only; without a cookie that keeps it a later sale belongs to no campaign.',
    remedy: 'Add the linker tag, behind the same consent as the tags that it serves.',
  },
  'gtm/naming-scheme': {
    title: 'A name that the naming scheme of the configuration does not allow',
    why: 'Names are how people find what a container sends to whom.',
    remedy: 'Rename it, or add its form to the options of the rule.',
  },
  'gtm/never-fires': {
    title: 'A tag that no visitor can make fire, whatever is chosen',
    why: 'It looks as if it were in use, and sends nothing, not even for visitors who agreed to everything.',
    remedy: 'Correct its triggers and consent checks, or delete it.',
  },
  'gtm/newer-syntax': {
    title: 'Code in syntax that Tag Manager’s compiler may refuse',
    why: 'A container with such code may not be publishable, or the tag may be left out.',
    remedy: 'Write it in ECMAScript 5, or keep it in a file of the site.',
  },
  'gtm/paused-tag': {
    title: 'A paused tag that is kept in the container',
    why: 'One click makes it run again, with whatever it sent then.',
    remedy: 'Delete it; versions of the container keep it.',
  },
  'gtm/sequencing-bypasses-consent': {
    title: 'A set-up or clean-up tag runs with less consent than its own triggers demand',
    why: 'A tag that another one starts runs by the consent of that one; its own triggers and their gates are not asked.',
    remedy: 'Give the tag that starts it the same gate, or put the checks into the sequenced tag itself.',
  },
  'gtm/undefined-reference': {
    title: 'A reference to a variable, trigger, tag, template or folder that is not there',
    why: 'What refers to it gets nothing: a condition that never holds, a tag that never fires, or a value that is missing.',
    remedy: 'Correct the reference, or add what it means.',
  },
  'gtm/unused-entity': {
    title: 'Tags that nothing fires, triggers, variables, templates and folders that nothing uses',
    why: 'What nobody uses nobody reviews, until somebody uses it again.',
    remedy: 'Delete it.',
  },
  'hygiene/debug-leftover': {
    title: 'A switch for tests, or code to look for a mistake, that was left in',
    why: 'Test events and debug output mix with what is measured, and show visitors what is sent.',
    remedy: 'Remove it.',
  },
  'hygiene/duplicate-pixel': {
    title: 'The same id is initialised twice',
    why: 'Events are counted twice, and a gate in front of one of them is worth nothing while the other runs.',
    remedy: 'Keep one of the two: the one that the consent platform controls.',
  },
  'hygiene/retired-product': {
    title: 'A tag of a product that is switched off',
    why: 'It measures nothing any more, and still contacts its vendor.',
    remedy: 'Remove it.',
  },
  'hygiene/value-without-currency': {
    title: 'An amount without its currency, a currency without an amount, or a currency that is none',
    why: 'The vendor drops the amount or takes it for another currency.',
    remedy: 'Send amount and currency together, the currency as its three-letter code.',
  },
  'policy/unlisted-vendor': {
    title: 'A vendor or host that the site’s own policy does not allow',
    why: 'Whoever is not on the list was not reviewed: neither the contract nor the privacy notice mentions it.',
    remedy: 'Remove it, or review it and add it to the list.',
  },
  'policy/unreviewed-change': {
    title: 'Something is sent that the reviewed record does not have',
    why: 'Somebody signed off what is sent and when. What is new or weaker since then nobody has looked at: that is how settings stay wrong for a year.',
    remedy: 'Review it: undo it, or take it into the record with a reason.',
  },
  'security/dynamic-code': {
    title: 'A tag runs code that stands in no file',
    why: 'What it will do cannot be reviewed, and whoever controls its source controls the page.',
    remedy: 'Write the code into the file, or load it from a fixed address that was reviewed.',
  },
  'security/exposed-secret': {
    title: 'A secret stands where every visitor can read it',
    why: 'With it anybody can act as the site: send events, read reports, change settings.',
    remedy: 'Revoke it, and keep its successor on the server.',
  },
  'security/insecure-transport': {
    title: 'A vendor is fetched or written to without encryption',
    why: 'Everybody on the way can read what is sent, and change the script that runs in the page.',
    remedy: 'Write https.',
  },
  'security/unknown-third-party': {
    title: 'A script or pixel from a host that nobody knows, or of a tracker that the catalogue does not know',
    why: 'A third party’s script can do whatever the page can. Nobody here can tell who it is and what it takes.',
    remedy: 'Find out who stands behind it; remove it, or list it as reviewed.',
  },
  'sensitive/event-name': {
    title: 'An event, a parameter or an audience is named after something sensitive',
    why: 'The name alone tells the vendor what the visitor is concerned with.',
    remedy: 'Give it a neutral name.',
  },
  'sensitive/page-context': {
    title: 'A tracker learns a sensitive address or title merely by loading',
    why: 'Whatever loads on the page gets its address and title with the cookie and the IP address of the visitor; no event has to be written for that.',
    remedy: 'Leave trackers off such pages, or send a neutral address and title of your own with every call.',
  },
  'sensitive/product-content': {
    title: 'Product names or categories that reveal something sensitive are sent as event content',
    why: 'What somebody looks at or buys there is data about health or another special category, as soon as it can be tied to a person.',
    remedy:
      'Send no names and categories; where the event is needed, a value and a neutral id that only you can resolve.',
  },
  'sensitive/search-term': {
    title: 'The visitor’s search words are sent from a sensitive site',
    why: 'People search for what ails them. The words reach the vendor together with what it knows of the person.',
    remedy: 'Leave the search words out of events and addresses.',
  },
  'parse-error': {
    title: 'A text that cannot be read',
    why: 'What stands there was not looked at: that nothing is found in it says nothing.',
    remedy: 'Repair the text.',
  },
  'suppression/unused': {
    title: 'A suppression that switches nothing off',
    why: 'It would hide the next finding without anybody having looked at it.',
    remedy: 'Remove it, or move it to where the finding begins.',
  },
  'suppression/without-reason': {
    title: 'A suppression without a reason',
    why: 'Nobody who reviews the file later can tell whether the reason still holds; it has no effect.',
    remedy: 'Write the reason behind it.',
  },
  'suppression/expired': {
    title: 'A suppression whose date has passed',
    why: 'It was meant to hold until the day that it names, and still hides what it hides.',
    remedy: 'Repair what it hides, or review it and give it a new date.',
  },
  'suppression/malformed': {
    title: 'A suppression that cannot be understood',
    why: 'It has no effect, and whoever wrote it believes that it has.',
    remedy: 'Correct it.',
  },
  'configuration/without-effect': {
    title: 'Something in the configuration that matches nothing',
    why: 'What is there and does nothing is taken for something that it does.',
    remedy: 'Correct it, or remove it.',
  },
};
