// The plan at run time: an event that breaks it is sent all the same, with what is wrong, so that the server can put
// it aside; while developing the console says so at once.
import type { Plan } from './plan.js';

/** The check of a plan's events; `say` hears what is wrong, in words. */
export function createCheck(events: Plan['events'], say = sayWhileDeveloping): Plan['check'] {
  return (name, properties = {}) => {
    if (name[0] === '$') return [];
    const event = events[name];
    const wrong = event ? wrongProperties(event.properties, properties as Record<string, unknown>) : ['name'];
    if (wrong.length)
      say(
        event
          ? `[fanfare/track] "${name}" breaks the plan in ${wrong.join(', ')}. Correct the call, or the plan.`
          : `[fanfare/track] "${name}" is not in the plan. Add it with definePlan, or correct the name.`,
      );
    return wrong;
  };
}

function sayWhileDeveloping(message: string) {
  if (/^(localhost|127\.|\[::1\])/.test(globalThis.location?.hostname ?? '')) console.error(message);
}

function wrongProperties(
  kinds: { readonly [name: string]: string },
  properties: Record<string, unknown>,
): string[] {
  const wrong: string[] = [];
  for (const name of Object.keys(properties)) if (!(name in kinds)) wrong.push(`props.${name}`);
  for (const [name, kind] of Object.entries(kinds)) {
    if (kind === 'any') continue;
    const value = read(properties, name);
    const isMissing = value === undefined && kind.endsWith('?');
    if (!isMissing && typeof value !== kind.replace('?', '')) wrong.push(`props.${name}`);
  }
  return wrong;
}

/** A getter of the host's may throw. */
function read(properties: Record<string, unknown>, name: string): unknown {
  try {
    return properties[name];
  } catch {
    return undefined;
  }
}
