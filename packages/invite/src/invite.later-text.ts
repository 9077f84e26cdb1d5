// The words of lists and forms.
import type { TextPack } from '@fanfare/core';

export type LaterKey =
  | 'free'
  | 'locked'
  | 'sold-out'
  | 'claimed'
  | 'retry'
  | 'asking'
  | 'open'
  | 'claim'
  | 'friends'
  | 'all'
  | 'joined'
  | 'pending'
  | 'valid'
  | 'refused'
  | 'why-waiting'
  | 'why-review'
  | 'why-repeat'
  | 'why-abuse'
  | 'why-revoked'
  | 'missing'
  | 'goneNext'
  | 'goneAll'
  | 'tasks'
  | 'go'
  | 'did'
  | 'pick'
  | 'pickAgain'
  | 'task-open'
  | 'task-pending'
  | 'task-approved'
  | 'task-rejected'
  | 'task-revoked'
  | 'step'
  | 'scan'
  | 'qr'
  | 'mine'
  | 'state-pending'
  | 'state-claimed'
  | 'state-fulfilled'
  | 'state-expired'
  | 'claimBy'
  | 'fill'
  | 'receipt'
  | 'code'
  | 'address'
  | 'account'
  | 'name'
  | 'phone'
  | 'region'
  | 'street'
  | 'postcode'
  | 'number'
  | 'fieldMissing'
  | 'fieldWrong'
  | 'send'
  | 'envelope'
  | 'gift'
  | 'close'
  | 'invited'
  | 'somebody'
  | 'accept'
  | 'later'
  | 'welcome'
  | 'haveCode'
  | 'codeField'
  | 'codeWrong'
  | 'rules';

export const laterText: TextPack<LaterKey> = {
  'zh-CN': {
    // Name of an empty place for a friend.
    free: '等待好友',
    // A tier that needs more friends.
    locked: '未达成',
    // A tier of which nothing is left.
    'sold-out': '已领完',
    // A tier whose reward was claimed.
    claimed: '已领取',
    // Button that sends the same request again.
    retry: '再试一次',
    // Shown while an answer is awaited.
    asking: '请稍等…',
    // Button that opens the red envelope.
    open: '拆开',
    // Button that claims a tier's reward.
    claim: '领取',
    // Heading of the list of friends.
    friends: '我的好友',
    // Button that shows all `{n}` friends.
    all: '查看全部 {n} 位',
    // State of a friend.
    joined: '已加入',
    // State of a friend, a task: not decided.
    pending: '确认中',
    // State of a friend who counts.
    valid: '有效',
    // State of a friend who does not count.
    refused: '未计入',
    // Why a friend is pending.
    'why-waiting': '等 TA 完成任务',
    // Why a friend is pending.
    'why-review': '人工核对中',
    // Why a friend was refused.
    'why-repeat': '之前已参与过',
    // Why a friend was refused.
    'why-abuse': '账号异常',
    // Why a friend was refused.
    'why-revoked': '后来被取消',
    // A claimed tier has fewer valid friends now.
    missing: '有 {n} 位好友后来未计入，已领的奖励不变',
    // What to do about a tier that is sold out; `{tier}` is one that is not.
    goneNext: '“{gone}”已领完，继续邀请，“{tier}”还在等你',
    // What to do when every tier is sold out.
    goneAll: '“{gone}”已领完，谢谢你和好友的参与',
    // Heading of the tasks.
    tasks: '更多方式',
    // Link to a task’s or a step’s target.
    go: '前往',
    // Button: the task is done.
    did: '我已完成',
    // Button that picks screenshots.
    pick: '上传截图',
    // Button that picks other screenshots.
    pickAgain: '重新上传',
    // State of a task.
    'task-open': '待完成',
    // State of a task that is reviewed.
    'task-pending': '审核中',
    // State of a task.
    'task-approved': '已通过',
    // State of a task that was turned down.
    'task-rejected': '未通过',
    // State of a task that counted and no longer does.
    'task-revoked': '已撤销，人数相应减少',
    // Which step it is.
    step: '第 {n} 步，共 {of} 步',
    // Below a QR code.
    scan: '长按或扫描二维码',
    // Name of the QR code.
    qr: '二维码',
    // Heading of the rewards.
    mine: '我的奖励',
    // State of a reward.
    'state-pending': '待领取',
    // State of a reward.
    'state-claimed': '已领取，等待发放',
    // State of a reward.
    'state-fulfilled': '已发放',
    // State of a reward.
    'state-expired': '已过期',
    // Last moment to claim a reward.
    claimBy: '{time} 前领取',
    // Button that opens a reward’s form.
    fill: '填写领取信息',
    // Before a receipt’s number.
    receipt: '凭证号',
    // Before a coupon’s code.
    code: '券码',
    // Name of a form.
    address: '收货地址',
    // Name of a form.
    account: '收款账户',
    // Field of a form.
    name: '姓名',
    // Field of a form.
    phone: '手机号',
    // Field of a form.
    region: '所在地区',
    // Field of a form.
    street: '详细地址',
    // Field of a form.
    postcode: '邮编（选填）',
    // Field of a form.
    number: '账号',
    // Under a field that is empty.
    fieldMissing: '请填写{field}',
    // Under a field that cannot be right.
    fieldWrong: '请检查{field}',
    // Button that sends a form.
    send: '提交',
    // Heading of an opened red envelope.
    envelope: '恭喜，拆到红包',
    // Heading of a claimed reward.
    gift: '恭喜，领取成功',
    // Button that closes something.
    close: '好的',
    // Who invites.
    invited: '{name} 邀请你一起参加',
    // An inviter without a name.
    somebody: '你的好友',
    // Button that accepts an invitation.
    accept: '接受邀请',
    // Button that closes an invitation for now.
    later: '以后再说',
    // After an invitation was accepted.
    welcome: '已接受邀请，欢迎加入！',
    // Button that opens the field for a passphrase.
    haveCode: '我有好友口令',
    // Field for a passphrase.
    codeField: '粘贴口令或邀请码',
    // Under the field: no code in the text.
    codeWrong: '这里面没有邀请码',
    // Opens the rules of inviting.
    rules: '邀请规则',
  },
  en: {
    free: 'A free place',
    locked: 'Locked',
    'sold-out': 'All gone',
    claimed: 'Claimed',
    retry: 'Try again',
    asking: 'One moment…',
    open: 'Open',
    claim: 'Claim',
    friends: 'My friends',
    all: 'Show all {n}|Show all {n}',
    joined: 'Joined',
    pending: 'Pending',
    valid: 'Counts',
    refused: 'Not counted',
    'why-waiting': 'waiting for their first task',
    'why-review': 'being looked at by our team',
    'why-repeat': 'has taken part before',
    'why-abuse': 'the account looked unusual',
    'why-revoked': 'was withdrawn later',
    missing:
      '{n} friend was withdrawn later. What you claimed stays yours.|{n} friends were withdrawn later. What you claimed stays yours.',
    goneNext: '“{gone}” is gone. “{tier}” is still waiting for you.',
    goneAll: '“{gone}” is gone. Thank you and your friends for being here.',
    tasks: 'More ways',
    go: 'Go there',
    did: 'I have done it',
    pick: 'Upload a screenshot',
    pickAgain: 'Upload another',
    'task-open': 'To do',
    'task-pending': 'In review',
    'task-approved': 'Approved',
    'task-rejected': 'Turned down',
    'task-revoked': 'Withdrawn; your count went down',
    step: 'Step {n} of {of}',
    scan: 'Scan the code, or press and hold it',
    qr: 'QR code',
    mine: 'My rewards',
    'state-pending': 'To claim',
    'state-claimed': 'Claimed, on its way',
    'state-fulfilled': 'Delivered',
    'state-expired': 'Expired',
    claimBy: 'Claim by {time}',
    fill: 'Fill in the details',
    receipt: 'Receipt',
    code: 'Code',
    address: 'Delivery address',
    account: 'Account',
    name: 'Name',
    phone: 'Phone',
    region: 'Region',
    street: 'Street and number',
    postcode: 'Postcode (optional)',
    number: 'Account number',
    fieldMissing: 'Please fill in: {field}',
    fieldWrong: 'Please check: {field}',
    send: 'Send',
    envelope: 'Your red envelope',
    gift: 'It is yours',
    close: 'Close',
    invited: '{name} invites you to join',
    somebody: 'A friend',
    accept: 'Accept',
    later: 'Not now',
    welcome: 'You are in. Welcome!',
    haveCode: 'I have a passphrase',
    codeField: 'Paste a passphrase or a code',
    codeWrong: 'There is no code in it',
    rules: 'The rules of inviting',
  },
};
