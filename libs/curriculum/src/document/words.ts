import { pickLocale, SPOKEN, sentence } from '#platform';
import { type Markup, said } from './markup.js';

type Group =
  | 'kind'
  | 'label'
  | 'verdict'
  | 'verification'
  | 'mode'
  | 'document'
  | 'provider'
  | 'override'
  | 'ratification'
  | 'column';

/** The document’s own words for one reader. Odaq speaks fewer languages than texts are written in. */
export class Words {
  /** The language these words are in, which need not be that of the texts. */
  private readonly locale: string;

  private readonly numbers: Intl.NumberFormat;

  constructor(readonly wishes: readonly string[]) {
    this.locale = pickLocale(wishes, SPOKEN, ['en']);
    this.numbers = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 2 });
  }

  of(group: Group, name: string): string {
    return sentence(this.wishes, `curriculum.document.${group}.${name}`);
  }

  all(group: Group, names: readonly string[]): string {
    return names.map((name) => this.of(group, name)).join(', ');
  }

  /** A sentence of ours, marked as what it is inside a text that may run the other way. */
  own(text: string): Markup {
    return said({ text, locale: this.locale });
  }

  tell(group: Group, name: string): Markup {
    return this.own(this.of(group, name));
  }

  label(name: string): Markup {
    return this.tell('label', name);
  }

  number(value: number): string {
    return this.numbers.format(value);
  }
}
