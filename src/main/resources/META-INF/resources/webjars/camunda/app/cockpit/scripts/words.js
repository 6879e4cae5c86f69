// What the plug-in says about late cycles and about what has failed in the engine.
import { say } from '../../portal.js';

export const RUNGS = {
  FIRST_REMINDER: say('首次催办', 'First reminder'),
  SECOND_REMINDER: say('再次催办', 'Second reminder'),
  SUPERVISION_ORDER: say('督办单', 'Supervision order'),
  INTERVIEW: say('约谈', 'Interview')
};

export const BELOW = say('未到首次催办', 'Not yet reminded');

export const STEPS = {
  PART: say('配合部分', "Partner's part"),
  REPORT: say('填报', 'Report'),
  UNIT_REVIEW: say('单位审核', 'Unit review'),
  OFFICE_REVIEW: say('督查室审核', 'Office review')
};

export const STATES = {
  OPEN: say('未开始', 'Open'),
  PARTNER_INPUT: say('配合单位填报', 'Partners report'),
  DRAFTING: say('牵头单位填报', 'Lead reports'),
  UNIT_REVIEW: say('单位审核', 'Unit review'),
  OFFICE_REVIEW: say('督查室审核', 'Office review'),
  CLOSED: say('已办结', 'Closed'),
  SUSPENDED: say('已中止', 'Suspended')
};

export const VERDICTS = {
  DONE: say('已完成', 'Done'),
  ON_SCHEDULE: say('按序时推进', 'On schedule'),
  BEHIND: say('滞后', 'Behind'),
  NOT_STARTED: say('未启动', 'Not started')
};

// A shape beside each word, as everywhere.
export const LAMPS = {
  DONE: ['✔', say('已完成', 'Done')],
  ON_TRACK: ['●', say('正常', 'On track')],
  AT_RISK: ['▲', say('有风险', 'At risk')],
  BEHIND: ['■', say('滞后', 'Behind')],
  UNKNOWN: ['□', say('不明', 'Unknown')],
  NOT_COUNTED: ['–', say('不计', 'Not counted')],
  SUSPENDED: ['‖', say('中止', 'Suspended')]
};

export const days = count => (count > 0
  ? say(`逾期 ${count} 个工作日`, `${count} working day${count === 1 ? '' : 's'} late`)
  : say('今天 18:00 起逾期', 'Late since 18:00'));

// By process and, where it matters, by the step that has failed: what has happened and what to do.
const FAILURES = {
  'message-delivery': [
    say('消息没有发出去：邮件服务器或群机器人多次没有收下。办理不受影响，站内消息照常。',
      'A message was not delivered: the mail server or group robot refused it several times. Nothing else is held up.'),
    say('到门户“送达记录”看原因并重新发送；一时多条失败的，请系统管理员检查邮件服务器。',
      'See the reason in the portal’s delivery log and send it again; if many fail, let the administrator look at the mail server.'),
    '/deliveries'
  ],
  'overdue-escalation': [
    say('到点的催办、督办单或约谈没有拟成，这一项的阶梯停在这里。',
      'A reminder, order or interview that was due was not drawn up; this ladder stands still.'),
    say('先在门户对该项手工催办；把下面的实例编号告诉运维人员，排除原因后重新执行。',
      'Remind by hand in the portal; give the number of the instance to the operators.')
  ],
  'quarterly-cycle': [
    say('逾期或未报没有登记上，后面的催办不会自动发出；填报和审核照常。',
      'That a step is late was not recorded, so no reminder follows by itself; reporting and review go on.'),
    say('先在门户对该项手工催办；把下面的实例编号告诉运维人员，排除原因后重新执行。',
      'Remind by hand in the portal; give the number of the instance to the operators.')
  ],
  'reporting-round': [
    say('轮次的开启或关闭没有做完，可能还有事项没有启动或没有终止。',
      'A round was not opened or closed to the end; some cycles may not have begun or ended.'),
    say('不要重复开启。把下面的实例编号告诉运维人员，排除原因后接着做完，已启动的不会重来。',
      'Do not open it again. Give the number of the instance to the operators; what has begun does not begin twice.')
  ],
  'daily-digest': [
    say('每日提示没有汇总完，今天的汇总消息可能没有发出。', 'The daily digest was not finished; today’s may be missing.'),
    say('请运维人员看日志；紧急的在门户手工催办。', 'Let the operators look at the log; remind by hand what is urgent.')
  ],
  'year-export': [
    say('年度档案没有写完，没有生成不完整的文件。', 'The year’s archive was not finished; no incomplete file was made.'),
    say('在门户“导出”重新生成；再次失败的请运维人员检查磁盘空间和日志。',
      'Export again in the portal; if it fails again let the operators look at disk space and log.')
  ],
  'hand-over': [
    say('岗位移交没有做完，原来的人仍在岗。', 'A hand-over was not finished; the post is still with its holder.'),
    say('把下面的实例编号告诉运维人员；急需办理的，先由在岗人员办。',
      'Give the number of the instance to the operators; the present holder can act meanwhile.')
  ],
  'post-deputy': [
    say('代理没有按时开始或结束。', 'A deputy’s days did not begin or end on time.'),
    say('请在岗人员在门户“代理”里核对，必要时结束代理；并告诉运维人员。',
      'Let the holder look at it in the portal and end it if need be; tell the operators.')
  ]
};

const OTHER = [
  say('系统的一个自动步骤多次失败，停在这里。', 'An automatic step has failed several times and stands still.'),
  say('把下面的实例编号告诉运维人员，排除原因后重新执行。', 'Give the number of the instance to the operators.')
];

export const failure = process => FAILURES[process] || OTHER;
