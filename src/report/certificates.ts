/** What to do about a certificate that is not trusted. */

/**
 * @param code OpenSSL's or Node's.
 * @param input the input that holds the address; undefined if the platform gave it.
 */
export function adviceOnCertificate(code: string, input: string | undefined): string {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return 'renew the server certificate, or fix the runner clock';
    case 'CERT_NOT_YET_VALID':
      return 'fix the runner clock, or the server certificate';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return input === undefined
        ? 'ask the operator of the platform for a certificate that covers this host name'
        : `set ${input} to a host name that the certificate covers`;
    default:
      return (
        'set `NODE_EXTRA_CA_CERTS` in the `env` of this step to a PEM file with the private CA that ' +
        'issued it or, if the machine already trusts that CA, set `NODE_USE_SYSTEM_CA` to 1 there'
      );
  }
}
