import { priorityOf } from '../event/priority.js';
import { createCheck } from './check.js';
import type { EventDeclarations, FactSource, FactSources, Plan, PlannedEvent, PropertyKind } from './plan.js';
import type { PlanShapes } from './shapes.js';

/**
 * Writes the plan of an activity from the widgets in use and the host's own events. With it, `track` takes no other
 * event and no other property: a mistake is a compile error, and while developing an error in the console.
 *
 * @param widgets The widgets by their names: `{ lottery, poster }`.
 * @param own Events of the page, e.g. `{ 'page.opened': { properties: { from: 'string' } } }`.
 * @param funnel Events that people go through, first to last.
 */
export function definePlan<
  const Sources extends FactSources,
  const Own extends EventDeclarations = Record<never, never>,
>(
  widgets: Sources,
  own: Own = {} as Own,
  funnel: readonly (keyof PlanShapes<Sources, Own> & string)[] = [],
): Plan<PlanShapes<Sources, Own>> {
  const events: { [name: string]: PlannedEvent } = {};
  const add = (event: PlannedEvent) => {
    events[event.name] = event;
  };
  for (const widget of Object.values(widgets)) for (const event of eventsOf(widget)) add(event);
  for (const [name, { trigger = '', properties = {}, priority = priorityOf(name) }] of Object.entries(own))
    add({ name, source: 'page', trigger, properties, priority });
  return { events, funnel, check: createCheck(events) };
}

function eventsOf({ name: source, facts }: FactSource): PlannedEvent[] {
  const declared = Object.entries(facts).map(([fact, { properties }]): PlannedEvent => {
    const name = `${source}.${fact}`;
    const kinds: [string, PropertyKind | 'any'][] = properties.map((property) => [property, 'any']);
    return {
      name,
      source,
      trigger: `fact "${fact}" of the ${source} widget`,
      properties: Object.fromEntries(kinds),
      priority: priorityOf(name),
    };
  });
  const shown: PlannedEvent = {
    name: `${source}.shown`,
    source,
    trigger: `half of the ${source} widget was visible for a second, once a page`,
    properties: {},
    priority: 2,
  };
  return [
    ...(`${source}.shown` in Object.fromEntries(declared.map(({ name }) => [name, 1])) ? [] : [shown]),
    ...declared,
  ];
}
