/** Words with `{names}` filled in; a name without a value stays as it is. */
export const fill = (template: string, args: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
