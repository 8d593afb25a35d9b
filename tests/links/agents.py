"""User agents as they arrive, and who stands behind them."""

MOZILLA = "Mozilla/5.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
ANDROID = "Mozilla/5.0 (Linux; Android 13; SM-A546E Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
CHROME = f"{MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"

PEOPLE = [
    CHROME,
    f"{MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
    f"{MOZILLA} (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
    f"{IPHONE} Version/17.5 Mobile/15E148 Safari/604.1",
    f"{IPHONE} Mobile/15E148 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5; id_ID; id; scale=3.00; 1170x2532)",
    f"{IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/465.0.0.36.110;FBBV/602;FBDV/iPhone14,5;FBMD/iPhone;FBLC/id_ID]",
    f"{ANDROID} Version/4.0 Chrome/124.0.6367.82 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/465.0.0.49.84;]",
    f"{ANDROID} Version/4.0 Chrome/124.0 Mobile Safari/537.36 Instagram 332.0.0.38.90 Android (33/13; 450dpi; samsung)",
    f"{ANDROID} Version/4.0 Chrome/113.0 Mobile Safari/537.36 trill_2022906030 AppName/musical_ly BytedanceWebview/d8a21c6",
    f"{IPHONE} Mobile/15E148 musical_ly_34.5.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/id",
    f"{IPHONE} Mobile/15E148 Safari Line/14.7.1",
    f"{ANDROID} Version/4.0 Chrome/124.0 Mobile Safari/537.36 Line/14.7.1/IAB",
    f"{ANDROID} Version/4.0 Chrome/124.0 Mobile Safari/537.36 WhatsApp/2.24.9.78",
    f"{IPHONE} Mobile/15E148 [LinkedInApp]/9.29.1",
    f"{IPHONE} Mobile/15E148 Twitter for iPhone/10.40",
    f"{IPHONE} Mobile/15E148 Barcelona 331.0.0.23.103 (iPhone14,5; iOS 17_5; id_ID)",
    f"{ANDROID} Version/4.0 Chrome/124.0 Mobile Safari/537.36 Telegram-Android/10.12.0 (Samsung SM-A546E; Android 13)",
    f"{ANDROID} Version/4.0 Chrome/120.0 Mobile Safari/537.36 VKAndroidApp/8.56-18045",
    f"{MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0 YaBrowser/24.4 Safari/537.36",
    f"{MOZILLA} (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36",
    f"{MOZILLA} (Linux; Android 11; vivo 1938) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0 Mobile Safari/537.36",
    f"{MOZILLA} (Linux; U; Android 11; id-id; Redmi Note 8) AppleWebKit/537.36 Version/4.0 Chrome/100.0 Mobile Safari/537.36 XiaoMi/MiuiBrowser/13.30",
    f"{IPHONE} GSA/317.0.634488990 Mobile/15E148 Safari/604.1",
    f"{IPHONE} Mobile/15E148 Snapchat/12.87.0.45 (like Safari/8617.2.4.10.8, panda)",
    f"{MOZILLA} (Linux; Android 12) AppleWebKit/537.36 Chrome/110 Mobile Safari/537.36 MicroMessenger/8.0.42 WeChat/arm64",
]
PREVIEWS = [
    "WhatsApp/2.23.20.0 A",
    "WhatsApp/2.24.9.78 i",
    "TelegramBot (like TwitterBot)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    f"{MOZILLA} (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Twitterbot/1.0",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    f"{MOZILLA} (compatible; Discordbot/2.0; +https://discordapp.com)",
    f"{MOZILLA} (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)",
    f"{MOZILLA} (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
    "Viber/13.3.0.5 CFNetwork/1121.2.2 Darwin/19.3.0",
    "Mastodon/4.2.8 (http.rb/5.1.1; +https://mastodon.example/)",
    f"{MOZILLA} (compatible; vkShare; +http://vk.com/dev/Share)",
    f"{MOZILLA} (compatible; OdklBot/1.0 like Linux; klass@odnoklassniki.ru)",
    "Iframely/1.3.1 (+https://iframely.com/docs/about)",
]
BOTS = [
    f"{MOZILLA} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    f"{MOZILLA} (compatible; YandexBot/3.0; +http://yandex.com/bots)",
    f"{MOZILLA} (compatible; Linux x86_64; Mail.RU_Bot/2.0; +http://go.mail.ru/help/robots)",
    "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
    f"{MOZILLA} AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    f"{MOZILLA} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/124.0.0.0 Safari/537.36",
    "curl/8.5.0",
    "python-requests/2.32.3",
    "Go-http-client/2.0",
    "okhttp/4.12.0",
]
