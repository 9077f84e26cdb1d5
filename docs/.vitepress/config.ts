// The site of the documentation. It is built from the built packages (`npm run build` first), as any page would be.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DefaultTheme, defineConfig } from 'vitepress';

const root = resolve(import.meta.dirname, '../..');
const packages = readdirSync(resolve(root, 'packages')).sort();

type Words = Record<
  | 'start'
  | 'widgets'
  | 'guide'
  | 'recipes'
  | 'reference'
  | 'packages'
  | 'countdown'
  | 'lottery'
  | 'poster'
  | 'invite'
  | 'checkin'
  | 'theming'
  | 'posters'
  | 'tracking'
  | 'rehearsal'
  | 'security'
  | 'wechat'
  | 'accessibility'
  | 'frameworks'
  | 'warmUp'
  | 'liveRoom'
  | 'inviteThree'
  | 'checkIn'
  | 'grandPrize'
  | 'backend'
  | 'operations'
  | 'architecture'
  | 'versions',
  string
>;

const english: Words = {
  start: 'Start',
  widgets: 'Widgets',
  guide: 'Guide',
  recipes: 'Recipes',
  reference: 'Reference',
  packages: 'Packages',
  countdown: 'Countdown',
  lottery: 'Lottery',
  poster: 'Poster',
  invite: 'Invite',
  checkin: 'Check-in',
  theming: 'Theming',
  posters: 'Posters',
  tracking: 'Tracking',
  rehearsal: 'Rehearsal',
  security: 'Security and CSP',
  wechat: 'WeChat and H5',
  accessibility: 'Accessibility',
  frameworks: 'Frameworks',
  warmUp: 'A week of warm-up',
  liveRoom: 'A live room',
  inviteThree: 'Invite three friends',
  checkIn: 'A lap of check-ins',
  grandPrize: 'Grand prize night',
  backend: 'Build a backend',
  operations: 'Run the server',
  architecture: 'Architecture',
  versions: 'Versions and migration',
};

const chinese: Words = {
  start: '快速开始',
  widgets: '组件',
  guide: '指南',
  recipes: '实战',
  reference: '参考',
  packages: '包',
  countdown: '倒计时',
  lottery: '抽奖',
  poster: '海报',
  invite: '邀请',
  checkin: '打卡签到',
  theming: '主题',
  posters: '海报场景',
  tracking: '埋点',
  rehearsal: '彩排',
  security: '安全与 CSP',
  wechat: '微信与 H5',
  accessibility: '无障碍',
  frameworks: '框架',
  warmUp: '一周预热',
  liveRoom: '直播间',
  inviteThree: '邀请三位好友',
  checkIn: '连续打卡',
  grandPrize: '大奖之夜',
  backend: '自建后端',
  operations: '运行服务器',
  architecture: '架构',
  versions: '版本与迁移',
};

function themeOf(words: Words, base: string): DefaultTheme.Config {
  const link = (path: string) => `${base}${path}`;
  const item = (key: keyof Words, path: string) => ({ text: words[key], link: link(path) });
  return {
    nav: [
      item('start', '/start'),
      item('widgets', '/widgets/countdown'),
      item('guide', '/guide/theming'),
      item('recipes', '/recipes/warm-up'),
    ],
    sidebar: [
      { text: words.start, items: [item('start', '/start'), item('frameworks', '/frameworks')] },
      {
        text: words.widgets,
        items: [
          item('countdown', '/widgets/countdown'),
          item('lottery', '/widgets/lottery'),
          item('poster', '/widgets/poster'),
          item('invite', '/widgets/invite'),
          item('checkin', '/widgets/checkin'),
        ],
      },
      {
        text: words.guide,
        items: [
          item('theming', '/guide/theming'),
          item('posters', '/guide/posters'),
          item('tracking', '/guide/tracking'),
          item('rehearsal', '/guide/rehearsal'),
          item('security', '/guide/security'),
          item('wechat', '/guide/wechat'),
          item('accessibility', '/guide/accessibility'),
        ],
      },
      {
        text: words.recipes,
        items: [
          item('warmUp', '/recipes/warm-up'),
          item('liveRoom', '/recipes/live-room'),
          item('inviteThree', '/recipes/invite-three'),
          item('checkIn', '/recipes/check-in'),
          item('grandPrize', '/recipes/grand-prize'),
        ],
      },
      {
        text: words.reference,
        items: [
          { text: words.backend, link: '/backend' },
          { text: words.operations, link: '/operations' },
          { text: words.architecture, link: '/architecture' },
          item('versions', '/versions'),
        ],
      },
      {
        text: words.packages,
        collapsed: true,
        items: packages.map((name) => ({ text: `@fanfare/${name}`, link: `/packages/${name}` })),
      },
    ],
  };
}

/** Links between files of the repository become links between pages, where the site has the page. */
function linkOnSite(href: string): string {
  const [, name = '', place = ''] =
    /^(?:\.\.?\/)+(?:packages\/)?([a-z]+)\/README\.md(#.*)?$/.exec(href) ?? [];
  if (packages.includes(name)) return `/packages/${name}${place}`;
  const [, page, section = ''] = /^(?:\.\.\/)+docs\/([a-z-]+)\.md(#.*)?$/.exec(href) ?? [];
  return page ? `/${page}${section}` : href;
}

/** Other files of the repository have no page: their names stay as text. A package's README links to its own files. */
const isOffSite = (href: string, page = '') =>
  !/^([a-z]+:|[/#])/.test(href) && (page.startsWith('packages/') || !/\.md(#.*)?$/.test(href));

export default defineConfig({
  title: 'Fanfare',
  description: 'Activity widgets for any page: countdown, lottery, poster, invite, check-in, tracking.',
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/mark.svg' }]],
  srcExclude: ['screenshots/**'],
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: themeOf(english, '') },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      link: '/zh/',
      description: '活动组件：倒计时、抽奖、海报、邀请、打卡与埋点，嵌入任意页面。',
      themeConfig: {
        ...themeOf(chinese, '/zh'),
        outline: { label: '本页目录' },
        docFooter: { prev: '上一页', next: '下一页' },
        returnToTopLabel: '回到顶部',
        sidebarMenuLabel: '目录',
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '切换到浅色',
        darkModeSwitchTitle: '切换到深色',
        langMenuLabel: '语言',
      },
    },
  },
  themeConfig: {
    logo: '/mark.svg',
    search: {
      provider: 'local',
      options: {
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                noResultsText: '没有找到',
                resetButtonTitle: '清除',
                footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
    outline: [2, 3],
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('fanfare-') } } },
  markdown: {
    config(md) {
      md.core.ruler.after('inline', 'fanfare-links', ({ tokens, env }) => {
        for (const { children } of tokens)
          for (const [index, token] of (children ?? []).entries()) {
            const written = token.type === 'link_open' ? token.attrGet('href') : null;
            if (!written) continue;
            const href = linkOnSite(written);
            if (!isOffSite(href, env.relativePath)) token.attrSet('href', href);
            else {
              token.type = 'text';
              const close = children!.findIndex((other, at) => at > index && other.type === 'link_close');
              if (close > 0) children![close]!.type = 'text';
            }
          }
      });
    },
  },
  vite: {
    build: { chunkSizeWarningLimit: 2000 },
    resolve: { preserveSymlinks: false },
    ssr: { noExternal: [/^@fanfare\//] },
  },
});
