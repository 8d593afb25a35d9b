import sys

from digitroops.cli import main

sys.exit(main())
