// The activity on the stage, as small as a preview allows, and changed as each state needs it.
import type { DefinitionInput } from '@fanfare/protocol';
import newYear from '@fanfare-example/new-year/activity.json';

const whole = newYear as unknown as DefinitionInput & Record<string, unknown>;
type Tree = { [key: string]: unknown };

/** Texts three times as long, as translations and people's own words can be. */
function lengthen(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => lengthen(one));
  if (typeof value !== 'object' || value === null) return value;
  const isText = ['title', 'name', 'body', 'host', 'qualify_text', 'rules'].includes(key);
  return Object.fromEntries(
    Object.entries(value as Tree).map(([name, one]) => [
      name,
      isText && typeof one === 'string' ? `${one} ${one} ${one}` : lengthen(one, name),
    ]),
  );
}

/** Only prizes that are none: whoever draws goes away with good wishes. */
function withoutLuck(definition: DefinitionInput): DefinitionInput {
  const { lottery } = definition;
  if (!lottery) return definition;
  const prizes = lottery.prizes.map((prize) => ({ ...prize, weight: prize.kind === 'none' ? 1 : 0 }));
  return { ...definition, lottery: { ...lottery, prizes } };
}

/** Nothing but dates: what widgets say where an activity has no part for them. */
function bare({ id, project, title, zone, landing, schedule }: DefinitionInput): DefinitionInput {
  return { id, project, title, zone, landing, schedule, guests: 'act' } as DefinitionInput;
}

export function activityFor(state: string, isLong: boolean): DefinitionInput {
  const definition = (isLong ? lengthen(whole) : whole) as DefinitionInput;
  if (state === 'empty') return bare(definition);
  return state === 'lost' ? withoutLuck(definition) : definition;
}
