import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

const dollar = '$';

describe('thymeleaf', () => {
  it.each([
    [`<p th:if="${dollar}{a}">HERE</p>`, ['a']],
    [`<p th:unless="${dollar}{a}">HERE</p>`, ['!(a)']],
    [`<p data-th-if="${dollar}{a}">HERE</p>`, ['a']],
    [`<th:block th:if="${dollar}{a}"><p>HERE</p></th:block>`, ['a']],
    [`<p th:each="x : ${dollar}{xs}">HERE</p>`, ['loop']],
    [`<div th:switch="${dollar}{a}"><p th:case="'x'">HERE</p></div>`, ["a == 'x'"]],
    [`<div th:switch="${dollar}{a}"><p th:case="'x'">y</p><p th:case="*">HERE</p></div>`, ["else < a == 'x'"]],
    [`<div th:if="${dollar}{a}"><p th:unless="${dollar}{b}">HERE</p></div>`, ['a', '!(b)']],
    [`<div th:if="${dollar}{a}"><img src="x"><br></div>HERE`, []],
    [`<p th:if="${dollar}{a > 1 and b == 'c'}">HERE</p>`, ["a > 1 and b == 'c'"]],
    [`<p th:text="${dollar}{a}">x</p>HERE`, []],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'thymeleaf')).toEqual(expected);
    expect(scan(text, 'thymeleaf').unbalanced).toBe(false);
  });

  it('puts values in the place of attributes', () => {
    expect(shape(`<script th:src="@{https://x.example/a.js}"></script>`, 'thymeleaf')).toContain(
      'src=" https://x.example/a.js "',
    );
    expect(shape(`<script th:src="${dollar}{url}" src="a.js"></script>`, 'thymeleaf')).toContain('src="T"');
    expect(shape(`<a th:attr="data-id=${dollar}{id}">x</a>`, 'thymeleaf')).toContain('T');
  });

  it('reads expressions in scripts, with their defaults', () => {
    expect(
      shape(
        `<script th:inline="javascript">var a = /*[[${dollar}{x}]]*/ 'b', c = [[${dollar}{y}]];</script>`,
        'thymeleaf',
      ),
    ).toContain('var a = T, c = T;');
    expect(scan(`<p>[(${dollar}{html})]</p>`, 'thymeleaf').holes[0]?.expression).toBe('html');
  });

  it('blanks comments of the engine and shows what only the engine shows', () => {
    expect(scan(`<!--/* fbq() */--><p th:if="${dollar}{a}">x</p>`, 'thymeleaf').masked).not.toContain('fbq');
    expect(scan(`<!--/*/ <p>HERE</p> /*/--><p th:if="${dollar}{a}">x</p>`, 'thymeleaf').masked).toContain(
      '<p>HERE</p>',
    );
  });

  it('drops what the engine replaces', () => {
    expect(guards('<div th:replace="~{head :: pixel}">HERE</div>', 'HERE', 'thymeleaf')).toEqual(['false']);
    expect(guards(`<div th:remove="all">HERE</div>`, 'HERE', 'thymeleaf')).toEqual(['false']);
  });

  it('keeps what the page hands to its layout', () => {
    const text = '<html th:replace="~{layout :: layout(~{::head}, ~{::main})}"><main>HERE</main></html>';
    expect(guards(text, 'HERE', 'thymeleaf')).toEqual([]);
  });

  it.each([
    ['<div th:replace="~{fragments/head :: pixel}"></div>', 'fragments/head :: pixel'],
    ['<div th:insert="~{pixel}"></div>', 'pixel'],
    ['<html layout:decorate="~{layout}"></html>', 'layout'],
  ])('takes %s as an include', (text, target) => {
    expect(scan(text, 'thymeleaf').includes.map((include) => include.target)).toEqual([target]);
  });
});
