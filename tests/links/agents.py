"""Some agents; the large sample is in tests/engines/clicks/agents.tsv."""

MOZILLA = "Mozilla/5.0"
ANDROID = "Mozilla/5.0 (Linux; Android 13; SM-A546E Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
CHROME = f"{MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"

TELEGRAM = "TelegramBot (like TwitterBot)"
INSTAGRAM = f"{ANDROID} Version/4.0 Chrome/124.0 Mobile Safari/537.36 Instagram 332.0.0.38.90 Android (33/13; samsung)"
