import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

describe('php', () => {
  it.each([
    ['<?= $x ?>', '$x', []],
    ['<?= esc_js($x); ?>', 'esc_js($x)', ['esc_js']],
    ['<?php echo $x; ?>', '$x', []],
    ['<?PHP ECHO $x ?>', '$x', []],
    ['<? echo $x ?>', '$x', []],
    ['<?php echo json_encode(["a" => "?>"]); ?>', 'json_encode(["a" => "?>"])', ['json_encode']],
    ["<?php printf('%s', $x); ?>", "printf('%s', $x)", ['printf']],
    ['<?php $a = 1; echo $a; ?>', '$a', []],
    ['<?php the_title(); ?>', 'the_title()', ['the_title']],
    ["<?php if ($a) { echo 'x'; } ?>", "if ($a) { echo 'x'; }", []],
    [
      '<?= array_map(function ($x) { return $x; }, $y) ?>',
      'array_map(function ($x) { return $x; }, $y)',
      ['array_map'],
    ],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'php').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it('takes a call of unknown effect where a value must stand as a hole', () => {
    expect(shape('var a = <?php my_id(); ?>;<?php my_setup(); ?>', 'php')).toBe('var a = T;');
  });

  it.each([
    ['<?php if ($a): ?>HERE<?php endif; ?>', ['$a']],
    ['<?php if ($a > 0): ?>x<?php elseif ($b): ?>HERE<?php endif ?>', ['$b < $a > 0']],
    ['<?php if ($a): ?>x<?php else: ?>HERE<?php endif ?>', ['else < $a']],
    ['<?php if ($a) { ?>HERE<?php } ?>', ['$a']],
    ['<?php if ($a) { ?>x<?php } else { ?>HERE<?php } ?>', ['else < $a']],
    ['<?php if ($a) { ?>x<?php } else if ($b) { ?>HERE<?php } ?>', ['$b < $a']],
    ['<?php if ($a) { ?>x<?php } elseif ($b) { ?>y<?php } else { ?>HERE<?php } ?>', ['else < $a, $b']],
    ['<?php if ($a) { ?>x<?php } ?>\n<?php else { ?>HERE<?php } ?>', ['else < $a']],
    ['<?php if (f("{", \')\')) { /* } */ ?>HERE<?php } ?>', ['f("{", \')\')']],
    ['<?php if (!($a && g($b))) : // ok ?>HERE<?php endif; ?>', ['!($a && g($b))']],
    ['<?php foreach ($a as $b): ?>HERE<?php endforeach; ?>', ['loop']],
    ['<?php for ($i = 0; $i < 3; $i++) { ?>HERE<?php } ?>', ['loop']],
    ['<?php while (have_posts()) : the_post(); ?>HERE<?php endwhile; ?>', ['loop']],
    ["<?php switch ($t): case 'a': case 'b': ?>HERE<?php break; endswitch; ?>", ["$t == 'a' || $t == 'b'"]],
    ["<?php switch ($t) { case 'a': ?>x<?php break; default: ?>HERE<?php } ?>", ["else < $t == 'a'"]],
    ['<?php function pixel() { ?>HERE<?php } ?>', ['other']],
    ["<?php add_action('wp_head', function () { ?>HERE<?php }); ?>", ['other']],
    ['<?php if ($a) { $x = ["b" => ["c"]]; try { f(); } catch (E $e) { g(); } ?>HERE<?php } ?>', ['$a']],
    ['<?php if ($a): if ($b) { ?>HERE<?php } endif ?>', ['$a', '$b']],
    ['<?php if ($a) f(); else g(); ?>HERE', []],
    ['<?php if ($a) { f(); } else g(); ?>HERE', []],
    ['<?php $x->if($a); $y = Foo::for; ?>HERE', []],
    ['<?php $z = match (true) { $a => 1, default => 2 }; ?>HERE', []],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'php')).toEqual(expected);
    expect(scan(text, 'php').unbalanced).toBe(false);
  });

  it.each([
    ['<?php if (!consent()) return; ?>HERE', ['!(!consent())']],
    ['<?php if (!consent()) { log(); return; } ?>HERE', ['!(!consent())']],
    ['<?php function p() { if (!consent()) return; ?>HERE<?php } ?>', ['other', '!(!consent())']],
    ['<?php function p() { if (!consent()) return; } ?>HERE', []],
    ['<?php if ($a) { if ($b) { exit; } ?>HERE<?php } ?>', ['$a', '!($b)']],
    ['<?php if ($a): if ($b) return; ?>x<?php else: ?>HERE<?php endif ?>', ['else < $a']],
    ['<?php if ($a) { return 1; } else { f(); } ?>HERE', []],
  ])('knows that an early exit guards the rest: %s', (text, expected) => {
    expect(guards(text, 'HERE', 'php')).toEqual(expected);
    expect(scan(text, 'php').unbalanced).toBe(false);
  });

  it.each([
    ['<?php $a = "?>"; ?>x', 'x'],
    ["<?php $a = 'it\\'s ?>'; ?>x", 'x'],
    ['<?php /* ?> */ ?>x', 'x'],
    ["<?php // it's ?>x", 'x'],
    ["<?php # it's ?>x", 'x'],
    ["<?php // it's\n$a = '?>'; ?>x", 'x'],
    ['<?php #[Attr("?>")] function f() {} ?>x', 'x'],
    ["<?php $a = <<<HTML\n it's ?> <b>\nHTML; ?>x", 'x'],
    ["<?php $a = <<<'HTML'\n it's ?> HTMLX\n  HTML; ?>x", 'x'],
    ['<?php $a = 1 << 3; ?>x', 'x'],
    ['<p><?php if ($a) { $b = "', '<p>'],
    ['<?xml version="1.0"?>x<?php f(); ?>', '<?xml version="1.0"?>x'],
  ])('finds the end of the code in %s', (text, rest) => {
    expect(shape(text, 'php').replace(/\s+/g, ' ').trim()).toBe(rest);
  });

  it('knows islands that are only a comment', () => {
    const found = scan('<?php // taglint: why ?>x<?php /* y */ ?>', 'php');
    expect(found.comments.map((comment) => comment.text)).toEqual(['// taglint: why', '/* y */']);
  });

  it('finds includes, and their guards inside the code', () => {
    const text = "<?php require_once __DIR__ . '/a.php'; if (consent()) { get_template_part('pixel'); } ?>";
    expect(scan(text, 'php').includes).toEqual([
      expect.objectContaining({ kind: 'require_once', target: '/a.php' }),
      expect.objectContaining({ kind: 'get_template_part', target: 'pixel' }),
    ]);
    expect(guards(text, 'get_template_part', 'php')).toEqual(['consent()']);
    expect(guards(text, 'require_once', 'php')).toEqual([]);
  });

  it('reads mustaches in what PHP leaves', () => {
    const found = scan(
      '{{#a}}<?php if ($b): ?>{{ c }}<?= $d ?>{{ e <?= $f ?> }}<?php endif ?>{{/a}}',
      'handlebars',
      'php',
    );
    expect(found.languages).toEqual(['php', 'handlebars']);
    expect(found.holes.map((hole) => hole.expression)).toEqual(['c', '$d', 'e <?= $f ?>']);
    expect(found.branchesAt(found.masked.indexOf('T')).map((branch) => branch.condition)).toEqual(['a', '$b']);
  });
});
