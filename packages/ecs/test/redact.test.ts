import { describe, expect, it } from 'vitest'
import { redact } from '../src/diagnosis/redact.ts'

describe('a line of a foreign log', () => {
  it.each([
    ['amqp://user:pa:ss@host/vhost', 'amqp://user:***@host/vhost'],
    ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer ***'],
    ['DB_PASSWORD=hunter2222 next', 'DB_PASSWORD=*** next'],
    ['{"clientSecret":"abc","name":"api"}', '{"clientSecret":***,"name":"api"}'],
    ["{'api_key': 'abc'}", "{'api_key': ***}"],
    ['salt 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b', 'salt ***'],
    ['key: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'key: ***'],
    ['SALT=Zm9vYmFyMTIzNDU2Nzg5MA== is short', 'SALT=*** is short'],
    ['license "7KQ2-M4PX-9ZTC-B81W" is over', 'license "***" is over'],
    ['bad key AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY', 'bad key ***'],
    ['glpat-x7Kq9mZ2vB4nL8wR1tYp is revoked', '*** is revoked'],
    [
      'POST https://hooks.slack.com/services/T024BE7LH/B0A1B2C3D/x7Kq9mZ2vB4nL8wR1tYp 404',
      'POST https://hooks.slack.com/services/*** 404',
    ],
    ['GET /api/users/reset/3f2a9c1e5b7d4a6f8c9d0e1f2a3b4c5d 200', 'GET /api/users/reset/*** 200'],
    [
      'https://9f86d081884c7d659a2feaa0c55ad015@o1.ingest.sentry.io/2',
      'https://***@o1.ingest.sentry.io/2',
    ],
    ['got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-def', 'got ***'],
  ])('loses what is a secret by its form: %s', (line, shown) => {
    expect(redact(line)).toBe(shown)
  })

  it.each([
    'SyntaxError: Unexpected token: punc (})',
    'KeyError: DATABASE_PASSWORD',
    'GET https://api.example.com:8443/health?page=2 200',
    'Basic checks done',
    'SECRET_NAME=app/production TOKEN_TTL=300',
    'postgresql://db:5432/app refused the connection',
    '    at Layer.handle [as handle_request] (/app/node_modules/express/lib/router/layer.js:95:5)',
    '    at async file:///app/dist/chunks/index-B3kd9aXz2Q7mLp4T.js:1:20331',
    '    at r (/app/.next/server/chunks/4bd1b696-182b6b13bdad92e3.js:1:2)',
    '    at Object.x (node:internal/modules/cjs/loader:1105:14)',
    '    at webpack-internal:///./src/7Kq9mZ2vB4nL8wR1tYp/page.tsx:3:1',
    '    at node_modules/.pnpm/pg@8.11.3_a1b2c3d4e5f6a7b8/node_modules/pg/lib/client.js:526:17',
    '  File "/usr/local/lib/python3.11/site-packages/sqlalchemy/engine/base.py", line 1967, in _exec',
    'import error: /usr/lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.29` not found',
    'at org.apache.http.impl.Http2ClientConnectionFactory.create(Http2Client.java:12)',
    'at com.shop.Api$$EnhancerBySpringCGLIB$$a1b2c3d4.run(<generated>) [http-nio-8080-exec-1]',
    'at com.shop.Api$$Lambda$14/0x0000000800066840.run(Unknown Source)',
    'core::panicking::panic_fmt::h0123456789abcdef at /rustc/90b35a6239c3d8bdabc530a6a0816f7ff89a0aaf/library/core/src/panicking.rs:72',
    '\t/go/pkg/mod/golang.org/x/net@v0.0.0-20210226172049-e18ecbb05110/http2/server.go:123 +0x1d5',
    '2026-11-21T16:39:11.123456789Z ERROR 20261121T163911Z failed',
    'requestId: 3f2a9c1e5b7d4a6f8c9d0e1f2a3b4c5d',
    '{"x-amzn-RequestId":"TX234S0F24A06C7AB12CD","level":"error"}',
    'x-request-id=550e8400-e29b-41d4-a716-446655440000 of 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'AccessDenied: arn:aws:secretsmanager:us-east-1:123456789012:secret:app/a1b2c3d4e5f6g7h8i9-AbC123',
    'pulled 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api:90b35a6239c3d8bdabc530a6a0816f7ff89a0aaf',
    'ghcr.io/shop/api@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'eni-0a1b2c3d4e5f67890 in subnet-0123456789abcdef0 of ip-172-31-100-200.ec2.internal',
    'commit 90b35a6239c3d8bdabc530a6a0816f7ff89a0aaf of AWS_S3_BUCKET_NAME_2',
    'collation utf8mb4_0900_ai_ci, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, i18nextHttpBackend',
  ])('keeps what is needed to understand it: %s', (line) => {
    expect(redact(line)).toBe(line)
  })
})
