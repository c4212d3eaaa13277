import type { Locale } from "#contract/api/locales.ts";
import type { SignInReason } from "./sign-in-reasons.ts";

/** The words of the pages that are there before anybody has signed in. */
interface SignInWords {
  readonly title: string;
  readonly heading: string;
  readonly button: string;
  readonly reasons: Readonly<Record<SignInReason, string>>;
  readonly doneHeading: string;
  readonly done: string;
}

export const SIGN_IN_WORDS: Readonly<Record<Locale, SignInWords>> = {
  "zh-CN": {
    title: "登录 · Callscope",
    heading: "登录 Callscope",
    button: "登录",
    reasons: {
      "signed-out": "您已退出登录。",
      refused: "登录服务没有让您登录。可以再试一次；若仍不行，请联系管理员。",
      unreachable: "暂时无法连接登录服务。请稍后再试。",
      untrusted: "登录服务的答复无法核实，因此没有登录。请再试一次；若仍不行，请联系管理员。",
      "unknown-server": "登录服务不认可本服务器的配置，因此没有登录。请联系管理员查看服务器日志。",
      clock: "登录服务的时钟与本服务器的时钟相差数分钟，因此没有登录。请联系管理员校准时钟。",
      unknown: "这次登录已过期，或不是在此浏览器中开始的。请重新登录。",
      "too-large": "登录服务提供的信息过多，超出 Cookie 的容量，因此没有登录。请联系管理员。",
      "no-cookie": "浏览器没有保存登录 Cookie。请允许此网站使用 Cookie 后再登录。",
      "long-link": "此链接很长，请在新标签页中登录，然后回到这里。",
    },
    doneHeading: "已登录",
    done: "可以关闭此标签页，回到原来的页面。",
  },
  "en-US": {
    title: "Sign in · Callscope",
    heading: "Sign in to Callscope",
    button: "Sign in",
    reasons: {
      "signed-out": "You are signed out.",
      refused:
        "The sign-in service did not let you in. Try again; if it goes on, ask your administrator.",
      unreachable: "The sign-in service cannot be reached. Try again in a while.",
      untrusted:
        "The sign-in service's answer could not be verified, so you are not signed in. Try again; if it goes on, ask your administrator.",
      "unknown-server":
        "The sign-in service does not accept this server's settings, so you are not signed in. Ask your administrator to look into the server's log.",
      clock:
        "The clocks of the sign-in service and of this server differ by minutes, so you are not signed in. Ask your administrator to set them right.",
      unknown: "This sign-in has expired, or was not begun in this browser. Sign in again.",
      "too-large":
        "The sign-in service tells more about you than a cookie holds, so you are not signed in. Ask your administrator.",
      "no-cookie":
        "The browser did not keep the sign-in cookie. Allow cookies for this site, then sign in.",
      "long-link": "This link is long: sign in in a new tab, then come back to this one.",
    },
    doneHeading: "Signed in",
    done: "You may close this tab and go back to the other one.",
  },
};
