// What the schema of a check-in plan and a mall cannot say.
import type { Definition, FieldProblem } from '@fanfare/protocol';

const repeated = (path: string, values: readonly (string | number)[], name: string): FieldProblem[] =>
  values.flatMap((value, at) =>
    values.indexOf(value) === at
      ? []
      : [
          {
            pointer: `/${path.replace(/\./g, '/')}/${at}/${name}`,
            detail: `"${path}.${at}.${name}" expected a value of its own, got "${value}" a second time.`,
          },
        ],
  );

/** Problems of sections `checkin` and `shop`. */
export function checkinProblems({ checkin, shop }: Definition): FieldProblem[] {
  const beyond = (checkin?.milestones ?? []).flatMap(({ day }, at) =>
    day <= checkin!.lap_days
      ? []
      : [
          {
            pointer: `/checkin/milestones/${at}/day`,
            detail: `"checkin.milestones.${at}.day" expected at most ${checkin!.lap_days}, the days of a lap, got ${day}.`,
          },
        ],
  );
  const ids = (list: readonly { id: string }[] | undefined) => (list ?? []).map(({ id }) => id);
  const channels = (checkin?.groups ?? []).map(({ channel }) => channel);
  return [
    ...beyond,
    ...repeated(
      'checkin.milestones',
      (checkin?.milestones ?? []).map(({ day }) => day),
      'day',
    ),
    ...repeated('checkin.groups', ids(checkin?.groups), 'id'),
    ...repeated('checkin.groups', channels, 'channel'),
    ...repeated('checkin.multipliers', ids(checkin?.multipliers), 'id'),
    ...repeated('shop.items', ids(shop?.items), 'id'),
  ];
}
