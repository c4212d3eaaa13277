import { createRng, type Rng, type Weighted } from "#upstream/chance/rng.ts";
import { extensionNumber } from "./sample-phones.ts";

export interface SkillGroup {
  readonly id: string;
  readonly name: string;
}

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
}

/** Who takes the calls of an instance. */
export interface Staff {
  readonly agents: readonly Agent[];
  readonly groups: Weighted<SkillGroup>;
  /** Never empty. */
  membersOf(group: SkillGroup): readonly Agent[];
}

const SURNAMES = `王 wang|李 li|张 zhang|刘 liu|陈 chen|杨 yang|黄 huang|赵 zhao|吴 wu|周 zhou|徐 xu|孙 sun|马 ma
朱 zhu|胡 hu|郭 guo|何 he|林 lin|高 gao|罗 luo|郑 zheng|梁 liang|谢 xie|宋 song|唐 tang|许 xu|韩 han|冯 feng|邓 deng
曹 cao|彭 peng|曾 zeng|肖 xiao|田 tian|董 dong|潘 pan|袁 yuan|蔡 cai|蒋 jiang|余 yu|于 yu|杜 du|叶 ye|程 cheng|魏 wei`;
const GIVEN = `伟 wei|芳 fang|娜 na|敏 min|静 jing|丽 li|强 qiang|磊 lei|军 jun|洋 yang|勇 yong|艳 yan|杰 jie|娟 juan|涛 tao
明 ming|超 chao|霞 xia|平 ping|刚 gang|慧 hui|婷 ting|鑫 xin|宇 yu|欣 xin|佳 jia|浩 hao|然 ran|晨 chen|琪 qi|思 si|雨 yu
梦 meng|博 bo|文 wen|子 zi|雪 xue|颖 ying|倩 qian|凯 kai|峰 feng|龙 long|玲 ling|莉 li|燕 yan|斌 bin|波 bo|辉 hui`;

/** The front ones are the busier. */
const GROUPS = `售前咨询组 presales|售后服务组 aftersales|订单查询组 orders|物流跟踪组 logistics|退换货组 returns|投诉处理组 complaints
技术支持一组 tech1|技术支持二组 tech2|账户安全组 account|支付问题组 payment|会员服务组 member|大客户专席 vip
预约回访组 callback|满意度回访组 survey|电话销售一组 sales1|电话销售二组 sales2|续费提醒组 renewal|活动通知组 campaign
发票服务组 invoice|安装预约组 install|维修调度组 repair|质检复核组 quality|企业服务组 enterprise|渠道支持组 channel
海外服务组 overseas|粤语专线 cantonese|英语专线 english|夜间值班组 night|应急响应组 emergency|综合服务组 general`;

type Word = readonly [chinese: string, latin: string];
const readWords = (text: string): Word[] =>
  text.split(/[|\n]/).map((word) => {
    const [chinese = "", latin = ""] = word.split(" ");
    return [chinese, latin];
  });

const SURNAME_WORDS = readWords(SURNAMES);
const GIVEN_WORDS = readWords(GIVEN);
const GROUP_WORDS = readWords(GROUPS);

function createAgents(count: number, instanceId: string, rng: Rng): Agent[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_unused, index) => {
    const surname = rng.pick(SURNAME_WORDS);
    const given = Array.from({ length: rng.chance(0.75) ? 2 : 1 }, () => rng.pick(GIVEN_WORDS));
    const login = [surname, ...given].map(([, latin]) => latin).join("");
    let unique = login;
    for (let n = 2; taken.has(unique); n += 1) unique = `${login}${n}`;
    taken.add(unique);
    return {
      id: `${unique}@${instanceId}`,
      name: [surname, ...given].map(([chinese]) => chinese).join(""),
      extension: extensionNumber(index),
    };
  });
}

/** The staff of an instance, made up from the seed: no name is anybody's. */
export function createStaff(
  seed: string,
  instanceId: string,
  counts: { readonly agents: number; readonly groups: number },
): Staff {
  const rng = createRng(seed, instanceId, "staff");
  const agents = createAgents(counts.agents, instanceId, rng);
  const groups = GROUP_WORDS.slice(0, counts.groups).map(
    ([name, latin], index) => [{ id: `${latin}@${instanceId}`, name }, 1 / (index + 2)] as const,
  );
  const members = new Map<SkillGroup, Agent[]>(groups.map(([group]) => [group, []]));
  agents.forEach((agent, index) => {
    // Each group has somebody, the busier ones more; most agents serve one group, some three.
    const home = groups[index % groups.length]?.[0];
    const served = new Set(home === undefined || index >= groups.length ? [] : [home]);
    const wanted = rng.weighted([
      [1, 55],
      [2, 30],
      [3, 15],
    ]);
    while (served.size < wanted && served.size < groups.length) served.add(rng.weighted(groups));
    for (const group of served) members.get(group)?.push(agent);
  });
  return { agents, groups, membersOf: (group) => members.get(group) ?? agents };
}
