/** Words as they come: white space of any length is one space between two of them, and none at either end. */
export class Words {
  private text = '';
  private gap = false;

  add(value: string): void {
    if (value === '') return;
    const words = value.replace(/[ \t\n\r]+/g, ' ');
    const from = words.startsWith(' ') ? 1 : 0;
    const to = words.length - (words.length > from && words.endsWith(' ') ? 1 : 0);
    if (from > 0) this.gap = true;
    if (to <= from) return;
    this.text += (this.gap && this.text !== '' ? ' ' : '') + words.slice(from, to);
    this.gap = to < words.length;
  }

  /** What comes next is another word. */
  part(): void {
    this.gap = true;
  }

  /** The words so far; the next ones are a text of their own. */
  take(): string {
    const { text } = this;
    this.text = '';
    this.gap = false;
    return text;
  }
}
