/** Marks by their form, each form in the order of its first mark. */
export function byForm<T extends { readonly form: string }>(marks: readonly T[]): Map<string, T[]> {
  const forms = new Map<string, T[]>();
  for (const mark of marks) {
    const same = forms.get(mark.form);
    if (same) same.push(mark);
    else forms.set(mark.form, [mark]);
  }
  return forms;
}
