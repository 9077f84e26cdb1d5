// One-time codes for trying out draws by code.
import { answerJson } from '../http/answer.js';
import { randomCode } from '../ids.js';
import { type Handler, loadActivity } from '../routes/call.js';
import { type Fields, optionalInteger, readFields, requiredText, wrongField } from './input.js';

const CODE_LENGTH = 12;
const MOST = 1000;

function ownCodes({ codes }: Fields): string[] | undefined {
  if (codes === undefined) return undefined;
  if (!Array.isArray(codes) || codes.length > MOST)
    return wrongField('codes', `a list of up to ${MOST} codes`);
  return codes.map((code: unknown, at) =>
    typeof code === 'string' && code.trim() !== '' && code.length <= 64
      ? code.trim().toUpperCase()
      : wrongField(`codes/${at}`, 'text of 1 to 64 characters'),
  );
}

/** Adds one-time codes: `codes` of one's own (kept in upper case), or `count` made up. */
export const addDevCodes: Handler = async (call) => {
  const fields = await readFields(call, ['activity', 'codes', 'count']);
  const activity = requiredText(fields, 'activity');
  const count = optionalInteger(fields, 'count') ?? 1;
  if (count < 1 || count > MOST) wrongField('count', `1 to ${MOST}`);
  const { id } = await loadActivity({ ...call, params: { activity } });
  const codes =
    ownCodes(fields) ?? Array.from({ length: count }, () => randomCode(CODE_LENGTH, call.env.random));
  const added = await call.env.store.transaction((tx) => tx.addCodes(id, codes));
  return answerJson({ codes, added });
};
