/**
 * Whether a request was meant for this server. A page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding) and
 * would then talk to us as our own page; its `Host` gives it away.
 *
 * Asked only where the server listens on loopback alone: there nobody else's name can be right, except that of a proxy on this
 * machine, which `PUBLIC_URL` says. Any port will do, since tunnels have theirs and rebinding cannot change the name.
 */
export type IsOwnHost = (host: string | undefined) => boolean;

export function ownHostCheck(boundHost: string, publicOrigin: string | null): IsOwnHost {
  if (!isLoopbackName(boundHost)) return () => true;
  const publicName = publicOrigin === null ? null : new URL(publicOrigin).hostname;
  return (host) => {
    // No browser leaves it out; HTTP/1.0 may.
    if (host === undefined) return true;
    const name = nameOf(host);
    return name !== null && (isLoopbackName(name) || name === publicName);
  };
}

function nameOf(host: string): string | null {
  const url = `http://${host}/`;
  if (!/^[A-Za-z0-9._:[\]-]+$/.test(host) || !URL.canParse(url)) return null;
  return new URL(url).hostname;
}

function isLoopbackName(name: string): boolean {
  const bare = name.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}
