type Rule = chrome.declarativeNetRequest.Rule;

/** As the product's header rules: makes answers readable to an extension, and sets the Referer of what it asks for. */
export function ownRequests(extensionId: string, host: string, referer: string): Rule {
  return {
    id: 1,
    condition: {
      initiatorDomains: [extensionId],
      requestDomains: [host],
      resourceTypes: ['other', 'xmlhttprequest'],
    },
    action: {
      type: 'modifyHeaders',
      responseHeaders: [{ header: 'access-control-allow-origin', operation: 'set', value: '*' }],
      requestHeaders: [
        { header: 'origin', operation: 'remove' },
        { header: 'referer', operation: 'set', value: referer },
      ],
    },
  };
}
