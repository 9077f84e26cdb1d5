// Every effect of the widget behind one object: painting, and what the phone can do with a picture and a text.
import { advise } from './poster.advice.js';
import { copyText } from './poster.clipboard.js';
import { preparePoster } from './render/prepare.js';
import { renderPoster } from './render-poster.js';
import { loadScene } from './scenes/names.js';

export interface Tools {
  prepare: typeof preparePoster;
  render: typeof renderPoster;
  loadScene: typeof loadScene;
  advise: typeof advise;
  /** Inside WeChat, which downloads nothing and shares only by its own menu. */
  isWechat: boolean;
  /** A phone or tablet: pictures are kept by a long press. */
  isPhone: boolean;
  /** An address at which an `<img>` can show a file, and a long press can save it. */
  open(blob: Blob): Promise<string>;
  /** Lets an address go that is shown no more. */
  release(url: string): void;
  canShare(file: File): boolean;
  /** Settles when the share sheet has taken the file; rejects when it was closed or refused. */
  share(file: File): Promise<void>;
  save(url: string, name: string): void;
  /** Whether it worked. */
  copy(text: string): Promise<boolean>;
}

/** The page's own. */
export function pageTools(): Tools {
  const { userAgent = '', maxTouchPoints = 0 } = typeof navigator === 'undefined' ? {} : navigator;
  const isWechat = /MicroMessenger/i.test(userAgent);
  return {
    prepare: preparePoster,
    render: renderPoster,
    loadScene,
    advise,
    isWechat,
    isPhone:
      /Android|iPhone|iPad|Mobile/i.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1),
    // WeChat's long press saves no blob: address on some phones.
    open: async (blob) => (isWechat ? dataUrlOf(blob) : URL.createObjectURL(blob)),
    release(url) {
      if (url.startsWith('blob:')) URL.revokeObjectURL(url);
    },
    canShare(file) {
      try {
        return !isWechat && !!navigator.canShare?.({ files: [file] });
      } catch {
        return false;
      }
    },
    share: (file) => navigator.share({ files: [file] }),
    save(url, name) {
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
    },
    copy: copyText,
  };
}

const dataUrlOf = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
