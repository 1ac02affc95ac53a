"""A demo: one invented reception day, worked through the real services, and the papers it leaves.

Needs no display and no network. The same plan gives the same papers, byte for byte.
"""

from bluezone_desk.demo.day import Plan
from bluezone_desk.demo.run import Left, run_demo

__all__ = ["Left", "Plan", "run_demo"]
