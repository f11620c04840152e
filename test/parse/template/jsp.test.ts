import { describe, expect, it } from 'vitest';
import { guards, scan, shape } from './support.ts';

const dollar = '$';

describe('jsp', () => {
  it.each([
    [`${dollar}{user.email}`, 'user.email', []],
    [`${dollar}{fn:escapeXml(user.name)}`, 'fn:escapeXml(user.name)', ['escapeXml']],
    [`${dollar}{map['}']}`, "map['}']", []],
    ['<%= user.getEmail() %>', 'user.getEmail()', ['getEmail']],
    [`<c:out value="${dollar}{x}"/>`, 'x', ['out']],
  ])('takes %s as a hole', (text, expression, filters) => {
    expect(scan(`<p>${text}</p>`, 'jsp').holes).toEqual([
      expect.objectContaining({ start: 3, end: 3 + text.length, expression, filters }),
    ]);
  });

  it.each([
    [`<c:if test="${dollar}{a}">HERE</c:if>`, ['a']],
    [`<c:if test='${dollar}{a eq "b"}'>HERE</c:if>`, ['a eq "b"']],
    [`<c:if test="${dollar}{a > 1}">HERE</c:if>`, ['a > 1']],
    [`<c:choose><c:when test="${dollar}{a}">HERE</c:when></c:choose>`, ['a']],
    [`<c:choose><c:when test="${dollar}{a}">x</c:when><c:otherwise>HERE</c:otherwise></c:choose>`, ['else < a']],
    [
      `<c:choose>\n<c:when test="${dollar}{a}">x</c:when>\n<c:when test="${dollar}{b}">HERE</c:when></c:choose>`,
      ['b < a'],
    ],
    [`<c:forEach items="${dollar}{xs}" var="x">HERE</c:forEach>`, ['loop']],
    ['<% if (a) { %>HERE<% } %>', ['a']],
    ['<% if (a) { %>x<% } else { %>HERE<% } %>', ['else < a']],
    ['<% if (a("%}")) { /* } */ %>HERE<% } %>', ['a("%}")']],
    ['<% for (X x : xs) { %>HERE<% } %>', ['loop']],
    [`<c:if test="${dollar}{a}"><% if (b) { %>HERE<% } %></c:if>`, ['a', 'b']],
    [`<c:if test="${dollar}{a}" var="b"/>HERE`, []],
  ])('finds the guards in %s', (text, expected) => {
    expect(guards(text, 'HERE', 'jsp')).toEqual(expected);
    expect(scan(text, 'jsp').unbalanced).toBe(false);
  });

  it('blanks comments, directives and declarations', () => {
    expect(shape('a<%-- fbq() <% if (x) { %> --%>b', 'jsp')).toBe('a b');
    expect(shape('<%@ page contentType="text/html" %><%! int x; %>b', 'jsp')).toBe('b');
    expect(scan(`\\${dollar}{x} ${dollar}{y}`, 'jsp').holes.map((hole) => hole.expression)).toEqual(['y']);
  });

  it.each([
    ['<%@ include file="pixel.jspf" %>', 'pixel.jspf'],
    ['<jsp:include page="/WEB-INF/pixel.jsp"/>', '/WEB-INF/pixel.jsp'],
    ['<c:import url="pixel.jsp"/>', 'pixel.jsp'],
  ])('takes %s as an include', (text, target) => {
    expect(scan(text, 'jsp').includes.map((include) => include.target)).toEqual([target]);
  });

  it('prints values in scripts and attributes', () => {
    expect(shape(`var a = ${dollar}{x}, b = "<c:out value='${dollar}{y}'/>", c = <%= z %>;`, 'jsp')).toBe(
      'var a = T, b = "T", c = T;',
    );
    expect(shape(`<a href="<c:url value='/x'/>">`, 'jsp')).toBe('<a href="T">');
  });
});
