// Names for statements, so that PostgreSQL parses and plans each once a connection. Only texts that come again are
// named: a text with a varying number of parameters would fill every connection's memory.

const MOST = 300;

/** Names statements; the same text has the same name. */
export function createStatementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST) return known;
    const name = `ff${names.size}`;
    names.set(text, name);
    return name;
  };
}
