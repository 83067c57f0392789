"""Import what is installed, call the simulator in this process, and ask its command for help."""

import subprocess
import sys
import sysconfig
from importlib.metadata import entry_points, version
from pathlib import Path

import nuki_simulator
from nuki_simulator.serve.page_files import INDEX, page_file

prefix = Path(sys.prefix).resolve()
home = Path(nuki_simulator.__file__).resolve()
assert home.is_relative_to(prefix), f"{home} is not what is installed"
(plugin,) = entry_points(group="pytest11", name="nuki_simulator")
assert plugin.value == "nuki_simulator.serve.pytest_plugin", plugin
command = next(Path(sysconfig.get_path("scripts")).glob("nuki-simulator*"))
done = subprocess.run([command, "--help"], capture_output=True, text=True, check=True)  # noqa: S603 - ours
assert "--scenario" in done.stdout, done.stdout
assert page_file(INDEX), "the page is not installed"
with nuki_simulator.connect_web(nuki_simulator.sample_home()) as web:
    device = web.smartlock.list()[0]
print(f"nuki-simulator {version('nuki-simulator')}: {device.name}")
