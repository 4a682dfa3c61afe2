import { html, said, styleString } from './markup.js';

describe('HTML', () => {
  it.each([
    ['<b>', '&#60;b&#62;'],
    [`"'&`, '&#34;&#39;&#38;'],
    [7, '7'],
    [null, ''],
    [['a', '<'], 'a&#60;'],
    [html`<i>${'<'}</i>`, '<i>&#60;</i>'],
  ])('takes %j as %j', (given, written) => {
    expect(html`<p title="${given}"></p>`.text).toBe(`<p title="${written}"></p>`);
  });

  it('says in which language and direction a text runs', () => {
    expect(said({ text: 'کار', locale: 'fa-AF' }).text).toBe('<span lang="fa-AF" dir="rtl">کار</span>');
  });

  it.each([
    ['Ishchilar huquqi 1', '"Ishchilar huquqi 1"'],
    ['Oʻquv', '"Oʻquv"'],
    ['a"}</style>', String.raw`"a\22 \7d \3c \2f style\3e "`],
    ['\\\n', String.raw`"\5c \a "`],
  ])('puts %j into a style sheet as %j', (given, written) => {
    expect(styleString(given)).toBe(written);
  });
});
